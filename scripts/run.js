/** Runs one of the scripts beside this file, on a Node that can: `node scripts/run.js start …`. Plain JavaScript, so
 * that an older Node can still say what is missing. */
const needed = 24

const [name, ...args] = process.argv.slice(2)
if (Number(process.versions.node.split('.')[0]) < needed) {
  process.stderr.write(
    `tocsin: this is Node ${process.versions.node}, and Node ${needed} is needed. npm ci installs it beside Tocsin; ` +
      'if its install script was not allowed to run, run: npm rebuild node\n',
  )
  process.exit(1)
}
process.argv.splice(2, process.argv.length, ...args)
await import(`./${name}.ts`)
