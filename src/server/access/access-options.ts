/** Options of access: part of the table of the server's options. */
import Type from 'typebox'
import { defineOption } from '../configuration/option.ts'
import { originPattern } from './origins.ts'

export const accessOptions = {
  'token-file': defineOption({
    schema: Type.String({ minLength: 1 }),
    default: null,
    defaultText: 'none: whoever is on this machine may do everything',
    valueName: 'FILE',
    needs: 'a file',
    help: 'Access tokens, as "tocsin-server token" makes them',
    group: 'access',
  }),
  'tls-cert': defineOption({
    schema: Type.String({ minLength: 1 }),
    default: null,
    defaultText: 'none: no TLS',
    valueName: 'FILE',
    needs: 'a file',
    help: 'The certificate for TLS and the rest of its chain, as PEM',
    group: 'access',
  }),
  'tls-key': defineOption({
    schema: Type.String({ minLength: 1 }),
    default: null,
    valueName: 'FILE',
    needs: 'a file',
    help: 'The private key of --tls-cert, as PEM',
    group: 'access',
  }),
  'allow-origin': defineOption({
    schema: Type.Array(Type.String({ pattern: originPattern })),
    default: [],
    valueName: 'ORIGIN',
    needs: 'origins, such as https://app.example.com without a path, or *',
    help: 'Web pages of elsewhere that may use this server; * for all, null for pages of files',
    group: 'access',
  }),
} as const
