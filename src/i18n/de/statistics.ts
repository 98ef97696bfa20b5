import type { Translation } from '../catalogue.ts'
import type { statistics as english } from '../en/statistics.ts'

export const statistics: Translation<typeof english> = {
  'statistics.title': 'Statistik',
  'statistics.unread': 'Ungelesen',
  'statistics.read': 'Gelesen',
  'statistics.total': 'Gesamt',
  'statistics.type.info': 'INFO',
  'statistics.type.warning': 'WARNUNG',
  'statistics.type.error': 'FEHLER',
  'statistics.type.success': 'ERFOLG',
  'statistics.type.show': 'Nur diese zeigen',
  'statistics.reading': 'Die Zahlen werden gelesen …',
  'statistics.failed': 'Diese Zahlen konnten nicht gelesen werden. {problem}',
  'statistics.failed.later':
    'Diese Zahlen konnten nicht erneut gelesen werden und sind vielleicht veraltet. {problem}',
  'statistics.try-again': 'Erneut versuchen',
  'statistics.info': '{count, plural, one {# Info} other {# Infos}}',
  'statistics.warning': '{count, plural, one {# Warnung} other {# Warnungen}}',
  'statistics.error': '{count, plural, one {# Fehler} other {# Fehler}}',
  'statistics.success': '{count, plural, one {# Erfolg} other {# Erfolge}}',
  'statistics.volume.title': 'Aufkommen',
  'statistics.volume.range': 'Gezeigte Zeit',
  'statistics.volume.range.hour': '1 Stunde',
  'statistics.volume.range.two-days': '48 Stunden',
  'statistics.volume.range.month': '30 Tage',
  'statistics.volume.sum.hour':
    '{count, plural, =0 {In der letzten Stunde kam nichts.} one {# Benachrichtigung in der letzten Stunde.} other {# Benachrichtigungen in der letzten Stunde.}}',
  'statistics.volume.sum.two-days':
    '{count, plural, =0 {In den letzten 48 Stunden kam nichts.} one {# Benachrichtigung in den letzten 48 Stunden.} other {# Benachrichtigungen in den letzten 48 Stunden.}}',
  'statistics.volume.sum.month':
    '{count, plural, =0 {In den letzten 30 Tagen kam nichts.} one {# Benachrichtigung in den letzten 30 Tagen.} other {# Benachrichtigungen in den letzten 30 Tagen.}}',
  'statistics.volume.summary.hour':
    'Benachrichtigungen je Minute: {sum} {types}. Höchstens {most} in einer Minute, {when}.',
  'statistics.volume.summary.two-days':
    'Benachrichtigungen je Stunde: {sum} {types}. Höchstens {most} in einer Stunde, {when}.',
  'statistics.volume.summary.month':
    'Benachrichtigungen je Tag: {sum} {types}. Höchstens {most} an einem Tag, {when}.',
  'statistics.volume.hint':
    'Ein Klick auf einen Balken listet auf, was da kam, auf eine Farbe nur diesen Typ.',
  'statistics.volume.empty':
    'Jeder Balken wird für das stehen, was in seiner Zeit kam. Eine längere Zeit zeigt auch Früheres.',
  'statistics.volume.bar':
    '{when}: {count, plural, =0 {nichts} one {# Benachrichtigung} other {# Benachrichtigungen}}',
  'statistics.volume.bar.types':
    '{when}: {count, plural, one {# Benachrichtigung} other {# Benachrichtigungen}} ({types})',
  'statistics.volume.cursor.hour': 'Minute im Diagramm',
  'statistics.volume.cursor.two-days': 'Stunde im Diagramm',
  'statistics.volume.cursor.month': 'Tag im Diagramm',
  'statistics.volume.cursor.help':
    'Pfeiltasten wählen einen Balken, die Eingabetaste listet auf, was da kam.',
  'statistics.volume.now': 'jetzt',
  'statistics.volume.table.show': 'Als Tabelle zeigen',
  'statistics.volume.chart.show': 'Als Diagramm zeigen',
  'statistics.volume.table.when': 'Wann',
  'statistics.volume.table.list': 'Auflisten, was da kam: {when}',
  'statistics.times.title': 'Tempo',
  'statistics.times.what': 'Gemessen',
  'statistics.times.half': 'Hälfte binnen',
  'statistics.times.most': '95 % binnen',
  'statistics.times.none': 'noch nicht gemessen',
  'statistics.times.samples': 'Von {count, plural, one {# Benachrichtigung} other {# Benachrichtigungen}}.',
  'statistics.times.arrivals': 'Eingang',
  'statistics.times.arrivals.rate': '{rate} je Minute',
  'statistics.times.arrivals.help': 'Wie viele in einer Minute kamen, im Mittel der letzten fünf.',
  'statistics.times.read': 'Zeit bis zum Lesen',
  'statistics.times.read.help': 'Vom Eingang, bis sie als gelesen markiert wurde.',
  'statistics.times.acknowledgement': 'Quittung',
  'statistics.times.acknowledgement.help':
    'Vom Markieren als gelesen, bis der Server bestätigte, dass er es weiß.',
  'statistics.times.delivery': 'Verzögerung',
  'statistics.times.delivery.help':
    'Wie viel länger sie unterwegs war als die schnellsten der letzten Zeit. Uhren gehen verschieden, darum lässt sich der ganze Weg nicht messen.',
  'statistics.uptime.title': 'Verbindung im Verlauf',
  'statistics.uptime.range': 'Gezeigte Zeit',
  'statistics.uptime.range.day': '1 Tag',
  'statistics.uptime.range.week': '7 Tage',
  'statistics.uptime.share.day': 'verbunden am letzten Tag, solange Tocsin lief',
  'statistics.uptime.share.week': 'verbunden in den letzten 7 Tagen, solange Tocsin lief',
  'statistics.uptime.unknown.day': 'Tocsin lief am letzten Tag nicht.',
  'statistics.uptime.unknown.week': 'Tocsin lief in den letzten 7 Tagen nicht.',
  'statistics.uptime.strip':
    '{from} bis {to}: {connected} verbunden, {disconnected} getrennt, {absent} lief Tocsin nicht.',
  'statistics.uptime.connected': 'Verbunden',
  'statistics.uptime.disconnected': 'Getrennt',
  'statistics.uptime.not-running': 'Nicht gestartet',
  'statistics.uptime.period': '{state}: {from} bis {to} ({span})',
  'statistics.uptime.interruptions':
    '{count, plural, =0 {Keine Unterbrechungen} one {# Unterbrechung} other {# Unterbrechungen}}',
  'statistics.uptime.lasted': '{span} lang',
  'statistics.uptime.lasts': 'bis jetzt',
  'statistics.uptime.no-reason': 'Ohne Angabe eines Grundes.',
  'statistics.uptime.older': 'Nur die neuesten {count} sind aufgeführt.',
  'statistics.noise.title': 'Am lautesten',
  'statistics.noise.help':
    'Was in 7 Tagen mindestens dreimal kam, das am seltensten Gelesene zuerst. Stummgeschaltetes bleibt in der Liste, ohne Toasts.',
  'statistics.noise.empty': 'Bisher wiederholt sich nichts: Was dreimal oder öfter kommt, steht dann hier.',
  'statistics.noise.scanned':
    'Von {count, plural, one {der neuesten Benachrichtigung} other {den neuesten # Benachrichtigungen}}, seit {since}.',
  'statistics.noise.count': '{count, plural, one {#-mal} other {#-mal}}, {unread} nie gelesen',
  'statistics.noise.count.read': '{count, plural, one {#-mal} other {#-mal}}, alle gelesen',
  'statistics.noise.muted': 'Stumm',
  'statistics.noise.mute': 'Stummschalten',
  'statistics.noise.mute.title': 'Keine Toasts mehr für „{title}“',
  'statistics.noise.unmute': 'Nicht mehr stumm',
  'statistics.noise.unmute.title': 'Wieder Toasts für „{title}“',
  'statistics.noise.untitled': 'Ohne Titel',
  'statistics.noise.done.muted': '„{title}“ zeigt von jetzt an keine Toasts.',
  'statistics.noise.done.unmuted': '„{title}“ zeigt wieder Toasts.',
  'statistics.noise.undo': 'Rückgängig',
}
