/** The least that a React page can be: the floor for the opening of the window. */
import { createRoot } from 'react-dom/client'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no element with the id "root".')
createRoot(root).render(<div id="shown">Shown</div>)
