import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Route, Switch } from 'wouter'
import { HomePage } from '../home/HomePage.tsx'
import { Loading } from '../parts/Loading.tsx'
import { Notice } from '../parts/Notice.tsx'
import { Frame } from './Frame.tsx'

// what is not on the first screen is fetched when it is opened
const EditorPage = lazy(() => import('../editor/EditorPage.tsx'))

/** Which page stands at which address. */
export function Pages() {
  const { t } = useTranslation()
  return (
    <Suspense fallback={<Loading />}>
      <Switch>
        <Route path="/">
          <Frame>
            <HomePage />
          </Frame>
        </Route>
        <Route path="/drafts/:draft">{({ draft }) => <EditorPage key={draft} draft={draft} />}</Route>
        <Route>
          <Frame>
            <Notice title={t('notFound')} text={t('notFoundWhy')} link={{ to: '/', text: t('toPathways') }} />
          </Frame>
        </Route>
      </Switch>
    </Suspense>
  )
}
