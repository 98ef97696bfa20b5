/** Serves a built page as the browser host serves the window: the same code, access and headers. Run by served-page.ts. */
import { randomBytes } from 'node:crypto'
import { createAccess } from '../../src/browser/access.ts'
import { startPageServer } from '../../src/browser/page-server.ts'
import { createWindowFiles, windowHeaders } from '../../src/host/window-files.ts'

const [, , folder = '', ...connectTo] = process.argv
const access = createAccess(randomBytes(24).toString('base64url'))
const page = await startPageServer(
  0,
  access,
  () => createWindowFiles(folder, windowHeaders(connectTo)),
  String,
)
console.log(`The page is at http://127.0.0.1:${page.port}/?token=${access.token}`)
process.once('SIGTERM', () => {
  page.http.close()
  page.http.closeAllConnections()
})
