/** `/openapi.json`. */
import { jsonAnswer } from './answer.ts'

export const openApiAnswer = jsonAnswer(200, { openapi: '3.1.0' })
