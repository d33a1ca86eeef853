import type { ExamplesOf } from '../decider';
import type { officeCommands } from './commands';

const subject = '0196a0c1-5d00-7000-8000-000000000005';

export const officeExamples: ExamplesOf<typeof officeCommands> = {
  RegisterOffice: [
    {
      name: { zh: '市住房和城乡建设局', en: 'Housing and Construction Bureau' },
      level: 'city',
      territory: '沈阳市',
      functions: ['housing', 'utilities'],
      superior: 'city-government',
      email: 'office@housing.example',
    },
  ],
  AppointLeader: [
    { post: 'first-responsible', official: { subject, name: '李建国' }, from: '2026-01-05' },
    {
      post: 'in-charge',
      official: { subject, name: '李建国' },
      from: '2026-01-05',
      duties: ['business', 'petitions'],
      lines: ['housing'],
    },
  ],
  EndAppointment: [{ post: 'first-responsible', subject, until: '2026-06-30' }],
  PublishChannels: [
    {
      online: 'https://xinfang.example/',
      postalAddress: '沈阳市和平区南湖街1号，邮编110000',
      phone: '024-12345678',
      reception: { place: '市信访局接待大厅', hours: '工作日 8:30–11:30，13:30–17:00' },
      progress: '凭查询码登录 https://xinfang.example/p，或者拨打上述电话。',
    },
  ],
  CountResidents: [{ residents: 9_147_000, asOf: '2025-12-31', source: '市统计局年度统计公报' }],
  NameContactPoint: [{ phone: '024-00000000', email: 'duty@housing.example' }],
  NameSuccessor: [{ successor: 'construction', from: '2026-07-01' }],
};
