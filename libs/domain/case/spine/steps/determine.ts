import { refuse, unlessRefused } from '../../../decider';
import { anOfficeIsInTheDirectory } from '../../../rules/an-office-is-in-the-directory';
import { onlyTheHolderActs } from '../../../rules/only-the-holder-acts';
import { theAccusedNeverHandle } from '../../recusal/rules/the-accused-never-handle';
import { when, type Step } from '../../step';
import { commonSuperior } from '../common-superior';
import { isDeadlocked } from '../rules/the-third-time-the-common-superior-decides';

/** The common superior of those who gave it back, or the joint conference, says who handles it (Art. 24). */
export const determineHandler: Step<'DetermineHandler'> = ({ data, office }, state, { offices }) =>
  when(state, ['sorted'], ({ returnedBy, receiver, reachable, parts }) => {
    if (!isDeadlocked(returnedBy)) return refuse('no-deadlock', { returns: returnedBy.length });
    const { reasons, ...sending } = data;
    const { keptFrom } = parts.recusal;
    const superior = commonSuperior([receiver, ...returnedBy], keptFrom, offices);
    return unlessRefused(
      [
        onlyTheHolderActs(superior, office),
        anOfficeIsInTheDirectory(offices, data.to),
        theAccusedNeverHandle(data.to, keptFrom, offices),
      ],
      { type: 'HandlerDetermined', data: { by: superior, to: data.to, reasons } },
      { type: 'CaseSent', data: { by: receiver, reachable, ...sending } },
    );
  });
