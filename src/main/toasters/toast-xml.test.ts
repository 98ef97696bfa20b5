import { describe, expect, it } from 'vitest'
import type { Toast } from '../../contract/toast.ts'
import { english } from '../../i18n/i18n-under-test.ts'
import { escapeXml, toToastXml } from './toast-xml.ts'

const toast: Toast = {
  ...{ toastId: 'n-7', rowIds: [7], source: 'S', type: 'info', title: 'Disk < 5 % & "full"', body: 'On db1' },
  ...{ isSilent: true, actions: ['open', 'mark-as-read'] },
}

describe('the XML of a toast', () => {
  it('has its text, its picture, its buttons and what each hands back', () => {
    expect(toToastXml(english, toast, "C:\\it's\\info.png")).toBe(
      [
        '<toast launch="type=click&amp;tag=n-7">',
        '<visual><binding template="ToastGeneric">',
        '<text>Disk &lt; 5 % &amp; &quot;full&quot;</text><text>On db1</text>',
        '<image placement="appLogoOverride" hint-crop="none" src="C:\\it&apos;s\\info.png"/>',
        '</binding></visual><actions>',
        '<action activationType="foreground" arguments="type=action&amp;action=0&amp;do=open&amp;tag=n-7" content="Open"/>',
        '<action activationType="foreground" arguments="type=action&amp;action=1&amp;do=mark-as-read&amp;tag=n-7" content="Mark as read"/>',
        '</actions><audio silent="true"/></toast>',
      ].join(''),
    )
  })

  it('leaves out what is not there', () => {
    const xml = toToastXml(english, { ...toast, body: '', actions: [], isSilent: false }, 'x.png')
    expect(xml.match(/<text>/g)).toHaveLength(1)
    expect(xml).not.toMatch(/<actions>|<audio/)
  })

  it.each([
    ['what XML cannot say goes', 'a\u0000\u001b\uFFFE\uFFFF\uD800z', 'az'],
    ['emoji and other letters stay', 'é 字 🎉', 'é 字 🎉'],
  ])('%s', (_name, text, expected) => expect(escapeXml(text)).toBe(expected))
})
