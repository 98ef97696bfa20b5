/**
 * Demo texts of type error. The code is the HTTP status that says the same; "typically 400 to 500" (seed, whose
 * own example is 503). A retry is allowed where the same request may succeed later.
 */
import type { Choices } from './draw.ts'
import type { ErrorEntry } from './entry.ts'
import { databases, devices, hosts, people, regions, repositories, services } from './names.ts'

export const errorEntries: Choices<ErrorEntry> = [
  (draw) => ({
    title: 'Connection failed',
    message: `Failed to connect to server ${draw.one(hosts)}`,
    error_code: 503,
    retry_allowed: true,
  }),
  (draw) => ({
    title: 'Build failed',
    message: `Build ${draw.integer(1200, 9800)} of ${draw.one(repositories)} failed: ${draw.integer(1, 14)} tests did not pass`,
    error_code: 422,
    retry_allowed: false,
  }),
  (draw) => ({
    title: 'Deployment failed',
    message: `${draw.one(services)} in ${draw.one(regions)} was rolled back: an unexpected error while it started`,
    error_code: 500,
    retry_allowed: true,
  }),
  (draw) => ({
    title: 'Sign-in expired',
    message: `The session of ${draw.one(people)} has expired: sign in again`,
    error_code: 401,
    retry_allowed: false,
  }),
  (draw) => ({
    title: 'Permission denied',
    message: `${draw.one(people)} may not write to ${draw.one(repositories)}`,
    error_code: 403,
    retry_allowed: false,
  }),
  (draw) => ({
    title: 'File not found',
    message: `report-${draw.integer(1000, 9999)}.pdf is not in the archive any more`,
    error_code: 404,
    retry_allowed: false,
  }),
  (draw) => ({
    title: 'Request timed out',
    message: `${draw.one(devices)} sent only part of its data within ${draw.one([10, 20, 30])} seconds`,
    error_code: 408,
    retry_allowed: true,
  }),
  (draw) => ({
    title: 'Sync conflict',
    message: `${draw.integer(1, 8)} files were changed in two places: your copy and that of ${draw.one(people)}`,
    error_code: 409,
    retry_allowed: false,
  }),
  (draw) => ({
    title: 'Upload refused',
    message: `A file of ${draw.integer(26, 240)} MB is over the limit of 25 MB`,
    error_code: 413,
    retry_allowed: false,
  }),
  (draw) => ({
    title: 'Payment refused',
    message: `The bank refused the payment of invoice ${draw.integer(20_000, 29_999)}`,
    error_code: 402,
    retry_allowed: true,
  }),
  (draw) => ({
    title: 'Record locked',
    message: `Order ${draw.integer(50_000, 59_999)} in ${draw.one(databases)} is locked by ${draw.one(people)}`,
    error_code: 423,
    retry_allowed: true,
  }),
  (draw) => ({
    title: 'Too many requests',
    message: `${draw.one(services)} answered ${draw.integer(40, 400)} requests with "slow down"`,
    error_code: 429,
    retry_allowed: true,
  }),
  (draw) => ({
    title: 'Backup failed',
    message: `The backup of ${draw.one(databases)} stopped: no space left on ${draw.one(hosts)}`,
    error_code: 507,
    retry_allowed: false,
  }),
  (draw) => ({
    title: 'Bad gateway',
    message: `${draw.one(services)} in ${draw.one(regions)} got an invalid answer from the service behind it`,
    error_code: 502,
    retry_allowed: true,
  }),
  (draw) => ({
    title: 'Import failed',
    message: `Line ${draw.integer(2, 4000)} of customers.csv is not valid: nothing was imported`,
    error_code: 400,
    retry_allowed: false,
  }),
]
