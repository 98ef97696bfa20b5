/** The top of the window: what this is, how the connection stands, and what can be done about it. */
import { ConnectionControls } from '../connection/connection-controls.tsx'
import { ConnectionStatus } from '../connection/connection-status.tsx'
import { FrequencySlider } from '../connection/frequency-slider.tsx'
import { DoNotDisturbButton } from '../do-not-disturb/do-not-disturb-button.tsx'
import { SettingsButton } from '../settings/settings-button.tsx'
import { BellMark } from './bell-mark.tsx'
import { SidebarButton } from './sidebar-button.tsx'
import './title-bar.css'

export function TitleBar() {
  return (
    <header className="title-bar">
      <SidebarButton />
      <h1 className="app-name">
        <BellMark />
        Tocsin
      </h1>
      <ConnectionStatus />
      <div className="title-bar-controls">
        <FrequencySlider />
        <ConnectionControls />
        <DoNotDisturbButton />
        <SettingsButton />
      </div>
    </header>
  )
}
