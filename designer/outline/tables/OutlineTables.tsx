import { FollowUpTable } from './FollowUpTable.tsx'
import classes from './OutlineTables.module.css'
import { TransitionTable } from './TransitionTable.tsx'

/** All transitions, and all that is promised in time and done by people, as tables. */
export default function OutlineTables() {
  return (
    <div className={classes.tables}>
      <TransitionTable />
      <FollowUpTable />
    </div>
  )
}
