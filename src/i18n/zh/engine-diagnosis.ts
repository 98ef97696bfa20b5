import type { Translation } from '../catalogue.ts'
import type { engineDiagnosis as english } from '../en/engine-diagnosis.ts'

export const engineDiagnosis: Translation<typeof english> = {
  'engine-diagnosis.both': '{first}{second}',
  'engine-diagnosis.not-tried': '未尝试，因为前面的步骤失败了。',
  'engine-diagnosis.span.second': '{count, plural, other {# 秒}}',
  'engine-diagnosis.span.minute': '{count, plural, other {# 分钟}}',
  'engine-diagnosis.span.hour': '{count, plural, other {# 小时}}',
  'engine-diagnosis.span.day': '{count, plural, other {# 天}}',
  'engine-diagnosis.address.late': '地址在 5 秒内未能就绪。',
  'engine-diagnosis.address.good': '地址可以使用。',
  'engine-diagnosis.address.open': '地址可以使用。它以 ws:// 开头，途中的其他人可以读到内容。',
  'engine-diagnosis.address.unencrypted':
    '地址可以使用，但证明您身份的内容未加密传输。如果服务器有以 wss:// 开头的地址，请使用该地址。',
  'engine-diagnosis.dns.late': '5 秒内未找到该名称：请检查网络。',
  'engine-diagnosis.dns.server': '服务器的名称指向 {count, plural, other {# 个地址}}。',
  'engine-diagnosis.dns.proxy': '代理的名称指向 {count, plural, other {# 个地址}}。',
  'engine-diagnosis.tcp.server': '服务器接受连接。',
  'engine-diagnosis.tcp.proxy': '代理接受连接。',
  'engine-diagnosis.tcp.one-way.server': '服务器接受连接，但不通过 {family}：将使用另一种方式。',
  'engine-diagnosis.tcp.one-way.proxy': '代理接受连接，但不通过 {family}：将使用另一种方式。',
  'engine-diagnosis.tcp.some.server':
    '服务器的 {all} 个地址中只有 {reachable} 个接受连接，因此连接有时可能失败。请告知其运营者。',
  'engine-diagnosis.tcp.some.proxy':
    '代理的 {all} 个地址中只有 {reachable} 个接受连接，因此连接有时可能失败。请告知其运营者。',
  'engine-diagnosis.tls.late': '5 秒内未能与服务器建立安全连接：它的地址是否为 ws:// 而不是 wss://？',
  'engine-diagnosis.tls.good': '服务器的证书受信任，有效期至 {until}。',
  'engine-diagnosis.tls.soon': '服务器的证书受信任，但将于 {until} 过期，还有 {span}。请告知服务器的运营者。',
  'engine-diagnosis.tls.expired':
    '它的有效期至 {day}。此计算机的时钟显示 {today}：如果不对，请校准时钟；否则服务器需要新的证书。',
  'engine-diagnosis.tls.authority-expired':
    '此计算机的时钟显示 {today}：如果不对，请校准时钟；否则服务器需要新的证书。',
  'engine-diagnosis.tls.not-yet': '它自 {day} 起有效，而此计算机的时钟显示 {today}。',
  'engine-diagnosis.tls.other-name':
    '服务器的证书属于 {names}，而不属于 {host}：请检查地址，或询问服务器的运营者。',
  'engine-diagnosis.upgrade.late': '那里接受连接，但 5 秒内没有打开 WebSocket：它是通知服务器吗？',
  'engine-diagnosis.upgrade.good': '服务器打开了 WebSocket。',
  'engine-diagnosis.upgrade.refused':
    '使用单独客户端 ID 的第二个连接被拒绝：{reason}正在使用的连接是打开的，因此这不一定有影响。',
  'engine-diagnosis.upgrade.live': '正在使用的连接已打开 {span}。',
  'engine-diagnosis.frame.live': '最近一次收到服务器的内容是在 {span}前。',
  'engine-diagnosis.frame.live.none': '正在使用的连接是打开的，但尚未收到任何内容：请等待通知。',
  'engine-diagnosis.frame.ended': '在收到任何内容之前连接就结束了。{reason}',
  'engine-diagnosis.frame.good': '已将频率告知服务器，并收到了内容。',
  'engine-diagnosis.frame.strange': '收到的内容不是通知。这是通知服务器的地址吗？',
  'engine-diagnosis.frame.heard': '第二个连接在 5 秒内没有收到内容，但正在使用的连接在 {span}前收到过。',
  'engine-diagnosis.frame.silent':
    '连接是打开的，但 5 秒内没有收到内容。没有消息的服务器可能保持沉默：请让它发送一些内容，然后查看列表。',
  'engine-diagnosis.acknowledgement.offline':
    '{count, plural, other {有 # 个确认}}在等待连接。不会丢失：连接后将继续发送。',
  'engine-diagnosis.acknowledgement.waiting':
    '{count, plural, other {有 # 个确认}}在等待服务器的答复，已等待 {span}。将自动重新发送。',
  'engine-diagnosis.acknowledgement.confirmed': '服务器最近一次答复确认是在 {span}前。',
  'engine-diagnosis.acknowledgement.confirmed.some':
    '服务器最近一次答复确认是在 {span}前。另有一些未得到答复：它可能已忘记这些通知。',
  'engine-diagnosis.acknowledgement.unconfirmed':
    '服务器没有答复最近的任何确认。它可能不认识这些通知；一周内每次连接都会重试。',
  'engine-diagnosis.acknowledgement.under-way': '有一个确认正在发送：请稍后再看。',
  'engine-diagnosis.acknowledgement.none': '尚未确认过此来源的任何通知。请将一条通知标记为已读，然后再看。',
  'engine-diagnosis.storage.late': '磁盘在 5 秒内没有响应。',
  'engine-diagnosis.storage.unwritable': '无法写入文件夹 {folder}：{cause}。在此之前，通知将保存在内存中。',
  'engine-diagnosis.storage.gone': '它已不存在',
  'engine-diagnosis.storage.differs': '读取的内容与写入的不同',
  'engine-diagnosis.storage.little': '历史记录可以写入，但其磁盘几乎已满。请释放空间，或保留更少的通知。',
  'engine-diagnosis.storage.good': '历史记录可以写入和读取。',
  'engine-diagnosis.toast.off': '弹出通知已关闭。请在设置中开启。',
  'engine-diagnosis.toast.chosen': '勿扰已开启：在您将其关闭或时间结束之前，通知只存储，不弹出。',
  'engine-diagnosis.toast.quiet-hours': '现在是免打扰时段：在其结束之前，通知只存储，不弹出。',
  'engine-diagnosis.toast.system': '此电脑自身的勿扰已开启：请在电脑的设置中将其关闭，以便看到弹出通知。',
  'engine-diagnosis.toast.page':
    '页面打开且浏览器允许时会弹出通知，这只有页面自己知道。请发送一条测试通知来查看。',
  'engine-diagnosis.toast.good': '弹出通知已开启，电脑也没有拒绝过。请发送一条测试通知来查看。',
  'engine-diagnosis.tray.good': 'Tocsin 在系统托盘中有图标。',
  'engine-diagnosis.tray.browser': '浏览器中没有系统托盘。Tocsin 会一直运行，直到在启动它的地方将其停止。',
  'engine-diagnosis.tray.none':
    '此桌面不显示系统托盘，因此只有窗口打开时才能看到 Tocsin。请再次启动它以打开窗口。',
  'engine-diagnosis.tray.none.linux':
    '此桌面不显示系统托盘，因此只有窗口打开时才能看到 Tocsin。请再次启动它以打开窗口。在 GNOME 上，可用 AppIndicator 扩展添加托盘。',
}
