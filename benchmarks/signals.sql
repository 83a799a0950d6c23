-- What the houses of the city heard and do about it: for each house a group, twenty themes, a year of meetings, five
-- approaches and a programme; of the signals two in five belong to a theme.

insert into signals_signalgroup (house_id, name, every_weeks, half_residents, why_fewer_residents)
select n, 'Signaalgroep ' || n, 4, true, '' from generate_series(1, %(houses)s) n;

insert into signals_seat (group_id, user_id, name, is_resident, organisation, chairs, starts_on)
select house, (house - 1) * 20 + place, '', place %% 2 = 0, '', place %% 2 = 0, '2024-01-01'
from generate_series(1, %(houses)s) house, generate_series(6, 13) place;

insert into signals_theme (house_id, name, known_as, since, confirmed_on, standing, why, decided_on, people_shown, shown_on)
select house, initcap((%(words)s::text[])[1 + (house + turn * 4) %% 90]) || ' en ' || (%(words)s::text[])[1 + turn],
       case when turn %% 3 = 0 then 'thema-' || turn else '' end, date_trunc('month', current_date) - interval '1 year',
       current_date - 300, standing, case standing when 'open' then '' else 'Omdat velen het zeggen.' end,
       case standing when 'open' then null else current_date - 100 end, 5 + turn %% 5 * 5, current_date - 300
from generate_series(1, %(houses)s) house, generate_series(0, 19) turn,
     lateral (select (array['taken_up', 'open', 'watched', 'handed_over', 'open'])[1 + turn %% 5] as standing) now
order by house, turn;

insert into signals_voicekey (theme_id, secret) select id, decode(md5(id::text), 'hex') from signals_theme;

insert into signals_signal (id, house_id, sentence, topic_words, neighbourhood_id, month, source, language, theme_id,
                            pool_token)
select gen_random_uuid(), house,
       'Iemand komt niet uit met ' || (%(words)s::text[])[1 + (n * 13) %% 90] || ' en '
           || (%(words)s::text[])[1 + (n * 29 + n / 700) %% 90] || ' nummer ' || n,
       array[(%(words)s::text[])[1 + (n * 13) %% 90]], house * 2 - n %% 2,
       date_trunc('month', current_date - (n %% 360)), (array['desk', 'staff', 'round', 'unmet'])[1 + n %% 4], 'nl',
       case when turn %% 50 < 20 then (house - 1) * 20 + 1 + turn %% 50 end, ''
from (select n, 1 + n %% %(houses)s as house, n / %(houses)s as turn from generate_series(1, %(signals)s) n) rows;

insert into signals_voice (signal_id, key_id, token)
select id, theme_id, md5(sentence) from signals_signal where theme_id is not null;

insert into signals_proposal (house_id, kind, name, known_as, theme_id, closeness, made_on)
select house, case turn %% 2 when 0 then 'new' else 'grow' end, 'Voorstel ' || turn, '',
       case turn %% 2 when 1 then (house - 1) * 20 + 1 + turn end, 0.9 - turn * 0.05, current_date
from generate_series(1, %(houses)s) house, generate_series(0, 9) turn;

insert into signals_proposal_signals (proposal_id, signal_id)
select proposal.id, loose.id from signals_proposal proposal,
     lateral (select id from signals_signal where house_id = proposal.house_id and theme_id is null limit 12) loose;

insert into agenda_meeting (group_id, starts_at, place, present, notes, closed_at)
select grp, date_trunc('day', now()) + interval '19 hours' + (month - 11) * interval '28 days', 'Grote zaal', '', '',
       case when month < 11 then now() + (month - 11) * interval '28 days' end
from generate_series(1, %(houses)s) grp, generate_series(0, 12) month;

insert into agenda_item (meeting_id, place, theme_id, words, done_at)
select meeting.id, turn, (meeting.group_id - 1) * 20 + 1 + (meeting.id + turn) %% 20, '', meeting.closed_at
from agenda_meeting meeting, generate_series(0, 5) turn;

insert into agenda_decision (theme_id, meeting_id, standing, why, decided_on, look_again_on, handed_to, answer_due_on,
                             answer, came_along, is_still_owed)
select theme.id, null, standing, why, current_date - 100 * turn,
       case standing when 'watched' then current_date + 30 end,
       case standing when 'handed_over' then 'Afdeling Wonen' else '' end,
       case standing when 'handed_over' then current_date - 5 + house_id::int %% 20 end, '', false, false
from signals_theme theme, generate_series(1, 2) turn where standing <> 'open';

insert into agenda_concerned (theme_id, words, heard_how, heard_on)
select id, 'Zelf zeggen mensen dat het te lang duurt.', 'aan tafel', current_date - 120
from signals_theme, generate_series(1, 3) turn;

insert into agenda_task (meeting_id, theme_id, seat_id, who, what, by_on, done_at)
select meeting.id, null, null, 'Naam' || turn, 'Belt de woningbouw', current_date + (meeting.id %% 30)::int,
       meeting.closed_at
from agenda_meeting meeting, generate_series(1, 4) turn;

insert into approaches_approach (theme_id, name, method, plan, exists_already, existing, owner_name, owner_agrees,
    supported_by_id, first_step, first_step_on, comes_back, comes_back_on, made_on, started_on, result, is_public,
    learnt, second_look)
select theme.id, 'Samen aan ' || theme.name || ' ' || turn, '', 'We komen elke week bij elkaar.', 'Er is nog niets.',
       'new', 'Naam' || turn, true, (theme.house_id - 1) * 20 + 2, 'Koffie', current_date - 60, 'Meer rust',
       current_date + 60, current_date - 90, current_date - 60, '', true, '', ''
from signals_theme theme, generate_series(1, 2) turn where standing = 'taken_up';

insert into approaches_step (approach_id, what, who, by_on, done_on)
select id, 'Stap ' || turn, 'Naam', current_date - 30 + turn * 10, case when turn < 3 then current_date - 20 end
from approaches_approach, generate_series(1, 6) turn;

insert into approaches_pledge (approach_id, partner_id, name, what, side)
select id, 1 + (id + turn) %% 60, '', 'Twee uur in de week', '' from approaches_approach, generate_series(1, 3) turn;

insert into approaches_joiner (approach_id, first_name, how_to_reach, answer, answered_on)
select id, 'Buur' || turn, '0612345678', 'yes', current_date - 30
from approaches_approach, generate_series(1, 12) turn;

insert into approaches_told (approach_id, moment, words, other_words, written_by_id, told_at, done_at, people)
select id, 'between', 'We zijn begonnen.', '{}', supported_by_id, now() - interval '20 days', now(), 5
from approaches_approach;

insert into programme_aim (city_id, name, place)
select 1, 'Doel ' || n, n from generate_series(1, 5) n;

insert into programme_programme (house_id, name, foreword, starts_on, ends_on, published_on)
select n, 'Programma ' || n, 'Dit gaan we doen.', current_date - 200, current_date + 530, current_date - 190
from generate_series(1, %(houses)s) n;

insert into programme_programmeaction (programme_id, aim_id, what, owner_kind, owner_name, by_on, progress, story,
                                       theme_id, approach_id, place)
select programme.id, turn %% 5 + (select min(id) from programme_aim), 'Actie ' || turn, 'resident', 'Naam' || turn,
       current_date + turn * 20, (array['not_yet', 'under_way', 'done'])[1 + turn %% 3], 'Het begin is er.',
       (programme.house_id - 1) * 20 + 1 + turn %% 20, null, turn
from programme_programme programme, generate_series(0, 14) turn;
