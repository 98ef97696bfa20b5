import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { csvHeader, toCsvLine } from './csv-line.ts'
import { createExportReader } from './export-reader.ts'
import type { ExportRow } from './export-row.ts'
import { createFilledHistory, infoFrame } from './filled-history.ts'

describe('a line of CSV', () => {
  it('has a cell for each column, empty where there is nothing to say', () => {
    expect(csvHeader).toBe(
      '\ufeffreceivedAt,type,title,message,id,timestamp,priority,actionRequired,errorCode,retryAllowed,' +
        'completionTime,readAt,acknowledgement,source\r\n',
    )
    expect(toCsvLine(stored(infoFrame('Title', 'Message', 'id-1')))).toBe(
      '2026-01-31T12:00:00.000Z,info,Title,Message,id-1,2026-01-31T12:00:00,low,,,,,,none,ws://a.example/ws\r\n',
    )
  })

  it('quotes what would part cells or lines', () => {
    const line = toCsvLine(stored(infoFrame('a,b', 'say "no"\nand go')))
    expect(line).toContain(',"a,b","say ""no""\nand go",')
  })

  it.each(['=', '+', '-', '@', '\t', '\r', '\n', '\0'])('lets no cell begin a formula with %j', (start) => {
    const line = toCsvLine(stored(infoFrame(`${start}cmd|' /C calc'!A0`, `${start}1`)))
    const [, , title = '', message = ''] = line.split(',').map((cell) => cell.replace(/^"/, ''))
    expect(title.startsWith(`'${start}cmd`)).toBe(true)
    expect(message.startsWith(`'${start}1`)).toBe(true)
  })

  it('leaves such characters alone inside a cell', () => {
    expect(toCsvLine(stored(infoFrame('1+1=2', 'a@b')))).toContain(',1+1=2,a@b,')
  })

  it('says the type of the server where it is none of the four', () => {
    expect(toCsvLine(stored('{"type":"alarm","title":"t"}'))).toContain(',alarm,t,')
  })
})

function stored(frame: string): ExportRow {
  const { database, store } = createFilledHistory(temporaryFolder())
  const row = createExportReader(database).read(store([{ frame }]))
  database.close()
  if (row === null) throw new Error('the row was just stored')
  return row
}
