/** Names that the demo texts draw from: one small organisation, so that the texts belong together. */
import type { Choices } from './draw.ts'

export const people: Choices<string> = ['Amara', 'Jonas', 'Mei', 'Priya', 'Rafael', 'Sofia', 'Tariq', 'Yuki']

export const services: Choices<string> = [
  'billing',
  'checkout',
  'identity',
  'invoices',
  'mailer',
  'search',
  'storefront',
  'webhooks',
]

export const hosts: Choices<string> = ['atlas', 'borealis', 'cedar', 'delta', 'ember', 'fjord']

export const repositories: Choices<string> = [
  'design-system',
  'docs',
  'mobile-app',
  'platform',
  'reports',
  'website',
]

export const databases: Choices<string> = ['orders', 'customers', 'inventory', 'analytics']

export const regions: Choices<string> = ['eu-central', 'eu-west', 'us-east', 'us-west', 'ap-south']

export const domains: Choices<string> = ['api.example.com', 'shop.example.com', 'status.example.com']

export const rooms: Choices<string> = ['Alder', 'Birch', 'Juniper', 'Willow']

export const devices: Choices<string> = [
  'Front door sensor',
  'Greenhouse thermostat',
  'Label printer',
  'Loading dock camera',
  'Meeting room display',
]
