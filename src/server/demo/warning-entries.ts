/** Demo texts of type warning. Action is required where nothing gets better by waiting. */
import type { Choices } from './draw.ts'
import type { WarningEntry } from './entry.ts'
import { databases, devices, domains, hosts, people, regions, repositories, services } from './names.ts'

export const warningEntries: Choices<WarningEntry> = [
  (draw) => ({
    title: 'Subscription ends soon',
    message: `Your subscription will end in ${draw.integer(2, 14)} days`,
    action_required: true,
  }),
  (draw) => ({
    title: 'Certificate expires soon',
    message: `The certificate of ${draw.one(domains)} expires in ${draw.integer(3, 21)} days`,
    action_required: true,
  }),
  (draw) => ({
    title: 'Disk almost full',
    message: `/var on ${draw.one(hosts)} is ${draw.integer(85, 97)} % full, with ${draw.decimal(0.8, 9.5, 1)} GB left`,
    action_required: true,
  }),
  (draw) => ({
    title: 'Memory is high',
    message: `${draw.one(services)} uses ${draw.integer(81, 94)} % of its memory in ${draw.one(regions)}`,
    action_required: false,
  }),
  (draw) => ({
    title: 'Slow responses',
    message: `95 % of requests to ${draw.one(domains)} take up to ${draw.integer(900, 2400)} ms, against 300 ms on most days`,
    action_required: false,
  }),
  (draw) => ({
    title: 'Low battery',
    message: `${draw.one(devices)} has ${draw.integer(4, 18)} % of its battery left`,
    action_required: true,
  }),
  (draw) => ({
    title: 'Unusual sign-in attempts',
    message: `${draw.integer(6, 40)} failed sign-ins for ${draw.one(people)} within ten minutes`,
    action_required: true,
  }),
  (draw) => ({
    title: 'Quota nearly used',
    message: `${draw.integer(86, 98)} % of this month's build minutes are used`,
    action_required: draw.chance(0.5),
  }),
  (draw) => ({
    title: 'Backup is late',
    message: `The last backup of ${draw.one(databases)} is ${draw.integer(26, 70)} hours old`,
    action_required: true,
  }),
  (draw) => ({
    title: 'Replication lags',
    message: `The replica of ${draw.one(databases)} in ${draw.one(regions)} is ${draw.integer(12, 180)} seconds behind`,
    action_required: false,
  }),
  (draw) => ({
    title: 'Vulnerable dependency',
    message: `${draw.one(repositories)} depends on ${draw.integer(1, 5)} packages with known vulnerabilities`,
    action_required: true,
  }),
  (draw) => ({
    title: 'Flaky tests',
    message: `${draw.integer(2, 9)} tests in ${draw.one(repositories)} passed only on the second attempt`,
    action_required: false,
  }),
  (draw) => ({
    title: 'Temperature is rising',
    message: `${draw.one(hosts)} runs at ${draw.integer(71, 88)} °C, with its fans at full speed`,
    action_required: draw.chance(0.5),
  }),
  (draw) => ({
    title: 'Queue is growing',
    message: `${draw.integer(1200, 18_000)} messages wait for ${draw.one(services)}, twice as many as an hour ago`,
    action_required: false,
  }),
]
