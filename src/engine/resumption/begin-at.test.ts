import { describe, expect, it } from 'vitest'
import type { ResumePoint } from '../../protocol/resumption.ts'
import { beginAt } from './begin-at.ts'

const point = (own: number, all: number, epoch = 'e'): ResumePoint => ({ epoch, own, all })

describe('a cursor, once the server has answered', () => {
  it.each([
    ['of the first time is where the server begins', null, 'new', point(2, 0), point(2, 0)],
    ['of another epoch gives way', point(7, 9, 'old'), point(7, 9, 'old'), point(0, 3), point(0, 3)],
    ['that the server goes on from stays', point(7, 9), point(7, 9), point(7, 9), point(7, 9)],
    ['stays past what was stored since it was told', point(8, 9), point(7, 9), point(7, 9), point(8, 9)],
    ['goes back where the server has lost its end', point(7, 9), point(7, 9), point(5, 9), point(5, 9)],
    ['goes on where the server begins later', point(7, 9), point(7, 9), point(8, 9), point(8, 9)],
    ['stays where it was begun since by another connection', point(3, 0), 'new', point(0, 0), point(3, 0)],
    ['passes what was acknowledged since', point(3, 0), 'new', point(4, 1), point(4, 1)],
    ['shows a gap where it went back since it was told', point(5, 9), point(7, 9), point(7, 9), point(5, 9)],
  ] as const)('%s', (_what, stored, asked, answer, expected) => {
    expect(beginAt(stored, asked, answer)).toEqual(expected)
  })
})
