import { useTranslation } from 'react-i18next'
import { Route, Switch, useLocation } from 'wouter'
import { HomePage } from '../home/HomePage.tsx'
import { Boundary } from '../parts/Boundary.tsx'
import { lazyPage } from '../parts/lazyPart.tsx'
import { Notice } from '../parts/Notice.tsx'
import { Frame } from './Frame.tsx'
import { SignedIn } from './SignedIn.tsx'

// what is not on the first screen is fetched when it is opened
const EditorPage = lazyPage(() => import('../editor/EditorPage.tsx'))
const PathwayPage = lazyPage(() => import('../versions/PathwayPage.tsx'))
const VersionPage = lazyPage(() => import('../versions/VersionPage.tsx'))
const ComparePage = lazyPage(() => import('../versions/ComparePage.tsx'))
const MigratePage = lazyPage(() => import('../migrate/MigratePage.tsx'))
const DocumentPage = lazyPage(() => import('../document/DocumentPage.tsx'))
const AccessibilityPage = lazyPage(() => import('../accessibility/AccessibilityPage.tsx'))

// an editor that is opened by its address is fetched while it is asked who is signed in
if (location.pathname.startsWith('/drafts/')) void EditorPage.prepare()

/** Which page stands at which address. What everybody may read stands outside signing in. */
export function Pages() {
  const [location] = useLocation()
  return (
    <Boundary isPage resetOn={[location]}>
      <Switch>
        <Route path="/accessibility">
          <AccessibilityPage />
        </Route>
        <Route>
          <SignedIn>
            <Design />
          </SignedIn>
        </Route>
      </Switch>
    </Boundary>
  )
}

function Design() {
  const { t } = useTranslation()
  return (
    <Switch>
      <Route path="/">
        <Frame>
          <HomePage />
        </Frame>
      </Route>
      <Route path="/drafts/:draft/:view?">
        {({ draft, view }) => <EditorPage key={draft} draft={draft} view={view} />}
      </Route>
      <Route path="/pathways/:pathway">{({ pathway }) => <PathwayPage key={pathway} pathway={pathway} />}</Route>
      <Route path="/pathways/:pathway/compare">{({ pathway }) => <ComparePage pathway={pathway} />}</Route>
      <Route path="/pathways/:pathway/migrate">
        {({ pathway }) => <MigratePage key={pathway} pathway={pathway} />}
      </Route>
      <Route path="/pathways/:pathway/versions/:version">
        {({ pathway, version }) => <VersionPage pathway={pathway} version={Number(version)} />}
      </Route>
      <Route path="/pathways/:pathway/versions/:version/document">
        {({ pathway, version }) => <DocumentPage pathway={pathway} version={Number(version)} />}
      </Route>
      <Route>
        <Frame>
          <Notice title={t('notFound')} text={t('notFoundWhy')} link={{ to: '/', text: t('toPathways') }} />
        </Frame>
      </Route>
    </Switch>
  )
}
