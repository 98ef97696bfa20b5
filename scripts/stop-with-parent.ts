/** npm passes a SIGTERM on to the shell between it and us, which ends without passing it further: notice that. */

export function stopWithParent(): void {
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM')
  }, 500).unref()
}
