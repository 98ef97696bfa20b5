import { expect, it } from 'vitest'
import { createHiddenSecrets } from './hidden-secrets.ts'

it.each([
  ['"ws//u:p@h" is none', '"ws//u:…@h" is none'],
  ['"http://u:p@h/x" is none', '"http://…@h/x" is none'],
  ['wss://h/ws?token=abc,d direct', 'wss://h/ws?… direct'],
  ['Nothing to hide: 1@2.', 'Nothing to hide: 1@2.'],
])('masks what stands in addresses: %s', (text, masked) => {
  expect(createHiddenSecrets().hide(text)).toBe(masked)
})

it('hides what it was told of, wherever it stands and however it is written', () => {
  const { add, addAddress, addBasic, hide } = createHiddenSecrets()
  add('T0ken')
  addAddress('wss://u:p%40ss-word@h?key=my-key')
  addBasic(`Basic ${Buffer.from('name:with:colon').toString('base64')}`)
  const pair = Buffer.from('u:p@ss-word').toString('base64')
  expect(hide(`T0ken p%40ss-word p@ss-word my-key with:colon ${pair} bmFtZTp3aXRoOmNvbG9u`)).toBe(
    '… … … … … … …',
  )
})

it('leaves short words alone, which stand in many', () => {
  const { add, hide } = createHiddenSecrets()
  add('is')
  add('')
  expect(hide('This is it.')).toBe('This is it.')
})
