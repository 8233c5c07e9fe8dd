"""The newsroom on this machine: pages made when they are asked for, and made again when something is saved."""
