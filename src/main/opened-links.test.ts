import { EventEmitter } from 'node:events'
import type { App } from 'electron'
import { expect, it } from 'vitest'
import { collectOpenedLinks } from './opened-links.ts'

it('links wait until they can be opened, and none is lost', () => {
  const app = new EventEmitter()
  const links = collectOpenedLinks(app as unknown as App, 'tocsin://a') // an emitter is all that is used
  let preventedCount = 0
  const openUrl = (link: string) => app.emit('open-url', { preventDefault: () => preventedCount++ }, link)
  openUrl('tocsin://b')
  const opened: string[] = []
  links.follow((link) => opened.push(link))
  openUrl('tocsin://c')
  expect(opened).toEqual(['tocsin://a', 'tocsin://b', 'tocsin://c'])
  expect(preventedCount).toBe(2)
})
