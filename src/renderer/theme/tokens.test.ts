/** What is written in one token can be read on another: WCAG 2.2, AA (1.4.3), and in high contrast AAA (1.4.6). */
import { expect, test } from 'vitest'
import { notificationTypes } from '../../protocol/notification-type.ts'
import { coloursOf, contrast } from './colours-under-test.ts'

const grounds = [
  'canvas',
  'surface',
  'surface-raised',
  'surface-sunken',
  'hover',
  'pressed',
  'selected',
  'chosen',
]
const texts: readonly (readonly [text: string, ground: string])[] = [
  ...grounds.flatMap((ground) => [['ink', ground] as const, ['ink-soft', ground] as const]),
  ...['canvas', 'surface', 'surface-raised', 'surface-sunken', 'hover', 'selected', 'chosen'].map(
    (ground) => ['ink-faint', ground] as const,
  ),
  ...['canvas', 'surface', 'surface-raised', 'selected', 'chosen'].map(
    (ground) => ['accent', ground] as const,
  ),
  ...notificationTypes.flatMap((type) => [[type, 'surface'] as const, [type, `${type}-soft`] as const]),
  ...notificationTypes.map((type) => ['ink', `${type}-soft`] as const),
  ['ink', 'mark'],
  ['ink-soft', 'track'],
  ['on-accent', 'accent-fill'],
  ['on-accent', 'accent-fill-hover'],
]

const themes = [
  ['light', false, 4.5],
  ['dark', false, 4.5],
  ['light', true, 7],
  ['dark', true, 7],
] as const

test.each(themes)('texts can be read: %s, high contrast %s', (theme, isHighContrast, least) => {
  const colour = coloursOf(theme, isHighContrast)
  const weak = texts.filter(([text, ground]) => contrast(colour(text), colour(ground)) < least)
  expect(weak).toEqual([])
})

test.each(themes)(
  'controls stand out from what is around them: %s, high contrast %s',
  (theme, isHighContrast) => {
    const colour = coloursOf(theme, isHighContrast)
    const around = ['canvas', 'surface', 'surface-raised']
    const weak = around.filter((ground) => contrast(colour('line-control'), colour(ground)) < 3)
    expect(weak).toEqual([])
  },
)
