/** Demo texts of type success. The completion time fits the work; its form is the seed's, such as "3.25s". */
import type { Choices, Draw } from './draw.ts'
import type { SuccessEntry } from './entry.ts'
import { databases, devices, domains, hosts, people, regions, repositories, services } from './names.ts'

const seconds = (draw: Draw, min: number, max: number): string => `${draw.decimal(min, max, 2)}s`

export const successEntries: Choices<SuccessEntry> = [
  (draw) => ({
    title: 'Synchronization completed',
    message: `Data synchronization completed: ${draw.integer(40, 2600)} items are up to date`,
    completion_time: seconds(draw, 1, 9),
  }),
  (draw) => ({
    title: 'Build passed',
    message: `Build ${draw.integer(1200, 9800)} of ${draw.one(repositories)} passed all ${draw.integer(180, 2400)} tests`,
    completion_time: seconds(draw, 40, 400),
  }),
  (draw) => ({
    title: 'Deployment finished',
    message: `${draw.one(services)} is live in ${draw.one(regions)} on all ${draw.integer(3, 12)} instances`,
    completion_time: seconds(draw, 25, 180),
  }),
  (draw) => ({
    title: 'Backup finished',
    message: `${draw.decimal(1.2, 48, 1)} GB of ${draw.one(databases)} are safe on ${draw.one(hosts)}`,
    completion_time: seconds(draw, 60, 540),
  }),
  (draw) => ({
    title: 'Certificate renewed',
    message: `The certificate of ${draw.one(domains)} is valid for another ${draw.one([45, 90])} days`,
    completion_time: seconds(draw, 2, 20),
  }),
  (draw) => ({
    title: 'Payment received',
    message: `Invoice ${draw.integer(20_000, 29_999)} is paid: ${draw.decimal(19, 980, 2)} EUR`,
    completion_time: seconds(draw, 0.4, 3),
  }),
  (draw) => ({
    title: 'Upload completed',
    message: `${draw.integer(2, 60)} photos from ${draw.one(people)} are in the shared album`,
    completion_time: seconds(draw, 3, 45),
  }),
  (draw) => ({
    title: 'Migration finished',
    message: `${draw.one(databases)} is at schema ${draw.integer(31, 96)}, with ${draw.integer(4, 80)},000 rows rewritten`,
    completion_time: seconds(draw, 5, 120),
  }),
  (draw) => ({
    title: 'Firmware updated',
    message: `${draw.one(devices)} runs version ${draw.integer(1, 4)}.${draw.integer(0, 20)} now`,
    completion_time: seconds(draw, 30, 240),
  }),
  (draw) => ({
    title: 'Pull request merged',
    message: `${draw.one(people)} merged #${draw.integer(120, 980)} into ${draw.one(repositories)}`,
    completion_time: seconds(draw, 0.5, 4),
  }),
  (draw) => ({
    title: 'Restore tested',
    message: `Last night's backup of ${draw.one(databases)} could be restored on ${draw.one(hosts)}, row for row`,
    completion_time: seconds(draw, 90, 600),
  }),
  (draw) => ({
    title: 'Export ready',
    message: `${draw.integer(200, 9000)} customers were exported to customers.csv`,
    completion_time: seconds(draw, 1, 15),
  }),
  (draw) => ({
    title: 'Incident resolved',
    message: `${draw.one(services)} has answered normally for ${draw.one([15, 30, 60])} minutes again`,
    completion_time: seconds(draw, 600, 3600),
  }),
  (draw) => ({
    title: 'Index rebuilt',
    message: `Search covers ${draw.integer(12, 240)},000 documents again`,
    completion_time: seconds(draw, 8, 90),
  }),
]
