/* Copies clean text to the clipboard. Where this file does not run its buttons stay hidden, and the page is whole. */

/** The text that a button copies: its own, or that of a file beside the page. */
async function textOf(button) {
  if ("copyText" in button.dataset) {
    return button.dataset.copyText;
  }
  const answer = await fetch(button.dataset.copyFrom);
  if (!answer.ok) {
    throw new Error(`${answer.status} ${answer.url}`);
  }
  return answer.text();
}

/** Safari lets a page write only while it answers a press: so the promise of a text is written, and not the text. */
function write(text) {
  if (!window.ClipboardItem) {
    return text.then((words) => navigator.clipboard.writeText(words));
  }
  const plain = text.then((words) => new Blob([words], { type: "text/plain" }));
  return navigator.clipboard.write([new ClipboardItem({ "text/plain": plain })]);
}

async function copy(button, panel) {
  const status = panel.querySelector("[role=status]");
  status.textContent = "";
  try {
    await write(textOf(button));
    status.textContent = panel.dataset.copied;
  } catch {
    status.textContent = panel.dataset.notCopied;
  }
}

function prepare(panel) {
  panel.hidden = false;
  for (const button of panel.querySelectorAll("button")) {
    button.addEventListener("click", () => copy(button, panel));
  }
}

if (navigator.clipboard) {
  document.querySelectorAll(".copying").forEach(prepare);
}
