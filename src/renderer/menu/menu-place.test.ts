import { expect, test } from 'vitest'
import { placeMenu } from './menu-place.ts'

const page = { width: 400, height: 600 }
const menu = { width: 200, height: 150 }
const at = (left: number, top: number) => ({ left, top, right: left + 40, bottom: top + 30 })

test('a menu opens below its button, at its left', () => {
  expect(placeMenu(at(50, 100), menu, page)).toEqual({ top: 134, left: 50 })
})

test('where there is no room it goes to the left, and above', () => {
  expect(placeMenu(at(350, 100), menu, page)).toEqual({ top: 134, left: 190 })
  expect(placeMenu(at(50, 550), menu, page)).toEqual({ top: 396, left: 50 })
})

test('it never begins outside of the page', () => {
  expect(placeMenu(at(100, 20), { width: 380, height: 900 }, page)).toEqual({ top: 54, left: 8 })
})
