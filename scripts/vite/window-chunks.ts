/**
 * Which chunk a module of the window goes to. What the first view needs is in two, since a browser compiles two at a time
 * and fetches no more than six files; what comes later has chunks of its own, as the bundler cuts them.
 */
import type { Rolldown } from 'vite'

type Group = Exclude<Rolldown.CodeSplittingOptions['groups'], undefined>[number]
type Modules = Rolldown.ChunkingContext

/**
 * @param entry the id of what the page loads: what it needs stays with it, and waits for nothing else
 * @param firstView the id of what the entry then loads
 */
export function windowChunks(entry: string, firstView: string): Group[] {
  let early: ReadonlySet<string> | null = null
  let shown: ReadonlySet<string> | null = null
  const groupOf = (id: string, modules: Modules): 'libraries' | 'first-view' | null => {
    early ??= neededBy(entry, modules)
    shown ??= neededBy(firstView, modules)
    if (early.has(id) || !shown.has(id)) return null
    return /[\\/]node_modules[\\/]/.test(id) ? 'libraries' : 'first-view'
  }
  return (['libraries', 'first-view'] as const).map((group) => ({
    // What both need stays where it is: with the entry.
    includeDependenciesRecursively: false,
    name: (id, modules) => (groupOf(id, modules) === group ? group : null),
  }))
}

/** A module, with all that it imports statically. */
function neededBy(id: string, modules: Modules): ReadonlySet<string> {
  const needed = new Set([id])
  // A set that grows while it is walked through: what is added is visited too.
  for (const each of needed)
    for (const imported of modules.getModuleInfo(each)?.importedIds ?? []) needed.add(imported)
  return needed
}
