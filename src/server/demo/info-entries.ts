/** Demo texts of type info: news that asks for nothing. The priority fits how soon somebody would want to know. */
import type { Choices } from './draw.ts'
import type { InfoEntry } from './entry.ts'
import { databases, devices, domains, people, regions, repositories, rooms, services } from './names.ts'

export const infoEntries: Choices<InfoEntry> = [
  (draw) => ({
    title: 'Update available',
    message: `New update available: version ${draw.integer(2, 5)}.${draw.integer(0, 12)}.${draw.integer(0, 9)}`,
    priority: draw.one(['low', 'medium']),
  }),
  (draw) => ({
    title: 'Security update available',
    message: `A security update for ${draw.one(services)} is ready to install`,
    priority: 'high',
  }),
  (draw) => ({
    title: 'Review requested',
    message: `${draw.one(people)} asked you to review pull request #${draw.integer(120, 980)} in ${draw.one(repositories)}`,
    priority: draw.one(['medium', 'high']),
  }),
  (draw) => ({
    title: 'New comment',
    message: `${draw.one(people)} commented on issue #${draw.integer(40, 900)} in ${draw.one(repositories)}`,
    priority: 'low',
  }),
  (draw) => ({
    title: 'Deployment started',
    message: `Build ${draw.integer(1200, 9800)} of ${draw.one(services)} is rolling out to ${draw.one(regions)}`,
    priority: 'medium',
  }),
  (draw) => ({
    title: 'Maintenance planned',
    message: `The ${draw.one(databases)} database is read-only on Sunday from 0${draw.integer(1, 4)}:00 for ${draw.one([15, 30, 45])} minutes`,
    priority: draw.one(['medium', 'high']),
  }),
  (draw) => ({
    title: 'Meeting soon',
    message: `Stand-up with ${draw.one(people)} starts in ${draw.one([5, 10, 15])} minutes in room ${draw.one(rooms)}`,
    priority: 'high',
  }),
  (draw) => ({
    title: 'Device connected',
    message: `${draw.one(devices)} joined the network with ${draw.integer(48, 99)} % signal`,
    priority: 'low',
  }),
  (draw) => ({
    title: 'New sign-in',
    message: `${draw.one(people)} signed in from a new browser`,
    priority: 'medium',
  }),
  (draw) => ({
    title: 'Weekly report ready',
    message: `${draw.integer(12, 340)} orders and ${draw.integer(3, 60)} new customers this week: the report is ready to read`,
    priority: 'low',
  }),
  (draw) => ({
    title: 'Traffic is up',
    message: `${draw.one(domains)} serves ${draw.integer(20, 80)} % more requests than at this time last week`,
    priority: 'medium',
  }),
  (draw) => ({
    title: 'Member joined',
    message: `${draw.one(people)} accepted the invitation to ${draw.one(repositories)}`,
    priority: 'low',
  }),
  (draw) => ({
    title: 'Autoscaling',
    message: `${draw.one(services)} grew from ${draw.integer(2, 4)} to ${draw.integer(5, 9)} instances in ${draw.one(regions)}`,
    priority: 'medium',
  }),
  (draw) => ({
    title: 'File shared',
    message: `${draw.one(people)} shared "Roadmap Q${draw.integer(1, 4)}" with you`,
    priority: draw.one(['low', 'medium']),
  }),
]
