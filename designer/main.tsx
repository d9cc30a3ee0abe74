import '@fontsource/ibm-plex-sans/latin-400.css'
import '@fontsource/ibm-plex-sans/latin-400-italic.css'
import '@fontsource/ibm-plex-sans/latin-500.css'
import '@fontsource/ibm-plex-sans/latin-600.css'
import '@mantine/core/styles.css'
import './look/tokens.css'
import './look/base.css'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { startTexts } from './app/startTexts.ts'
import { dropFailedSheets } from './parts/loadLater.ts'

dropFailedSheets()
await startTexts()
const root = document.getElementById('root')
if (root) createRoot(root).render(<App />)
