/** The mock's options: the commonest parts of a scenario. All of it is in the file. */
import Type from 'typebox'
import { defineOption } from '../configuration/option.ts'
import { speedLimits } from './scenario/scenario.ts'

const file = Type.String({ minLength: 1 })

export const mockOptions = {
  scenario: defineOption({
    schema: file,
    default: null,
    valueName: 'FILE',
    needs: 'a scenario file',
    help: 'Play a scenario instead of the demo: see docs/mocking.md',
    group: 'mock',
  }),
  seed: defineOption({
    schema: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }),
    default: null,
    defaultText: 'drawn, and logged',
    valueName: 'N',
    needs: 'a whole number from 0 up',
    help: 'Makes a run repeatable',
    group: 'mock',
  }),
  mix: defineOption({
    schema: Type.String({ minLength: 1 }),
    default: null,
    valueName: 'WEIGHTS',
    needs: 'weights, such as info=6,error=1',
    help: 'How often each type comes, such as info=6,error=1',
    group: 'mock',
  }),
  replay: defineOption({
    schema: file,
    default: null,
    valueName: 'FILE',
    needs: 'a recording',
    help: 'Send recorded notifications instead of made ones: JSON Lines, as Tocsin exports them, or bare frames',
    group: 'mock',
  }),
  speed: defineOption({
    schema: Type.Number(speedLimits),
    default: null,
    defaultText: "the scenario's, or 1",
    valueName: 'N',
    needs: 'a number from 1 to 1000',
    help: 'Replay so many times as fast',
    group: 'mock',
  }),
} as const
