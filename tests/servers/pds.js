// Bluesky's own server with a directory of accounts beside it, on 127.0.0.1 alone; it ends when its input does.
"use strict";

const net = require("node:net");

const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (port, ...rest) {
  // Both servers name a port and no host, which would be every network that this machine is on.
  const bare = typeof port === "number" && typeof rest[0] !== "string";
  return listen.call(this, port, ...(bare ? ["127.0.0.1"] : []), ...rest);
};

const { PDS, readEnv, envToCfg, envToSecrets } = require("@atproto/pds");
const { Database, PlcServer } = require("@did-plc/server");

async function main() {
  const directory = PlcServer.create({
    db: Database.mock(),
    port: Number(new URL(process.env.PDS_DID_PLC_URL).port),
  });
  await directory.start();
  const environment = readEnv();
  const server = await PDS.create(envToCfg(environment), envToSecrets(environment));
  await server.start();
  const stop = async () => {
    await server.destroy();
    await directory.destroy();
    process.exit(0);
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
  // Whoever started it may be killed and have no time to say so.
  process.stdin.resume().once("end", stop);
  console.log("ready");
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
