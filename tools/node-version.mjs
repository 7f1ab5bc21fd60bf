const needed = [20, 19];

/** Plain words instead of a syntax error somewhere deep in a package. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > needed[0] || (major === needed[0] && minor >= needed[1])) return;
  console.error(
    `Evenkeel needs Node.js ${needed.join('.')} or newer; this is ${process.versions.node}.`,
  );
  process.exit(1);
}
