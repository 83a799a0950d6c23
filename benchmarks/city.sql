-- A city made by PostgreSQL itself. One statement per paragraph; %(houses)s and so on are filled in by city.py.
-- A tenth of the questions of every house is open; of these one in eleven was answered and waits for its follow-up,
-- one in seven was not taken up yet and one in six is offered to a partner.

insert into neighbourhood_city (name, cbs_code) values ('Grotestad', 'GM9999');

insert into neighbourhood_district (city_id, name, cbs_code)
select 1, 'Wijk ' || n, '' from generate_series(1, 12) n;

insert into neighbourhood_neighbourhood (district_id, name, cbs_code)
select 1 + n %% 12, 'Buurt ' || n, '' from generate_series(1, 96) n;

insert into accounts_user (email, password, first_name, last_name, function, phone, language, is_active,
                           needs_second_factor, joined_at)
select 'user' || n || '@stad.test', '!', 'Naam' || n, 'Achternaam', 'gastvrouw', '', 'nl', true, true, now()
from generate_series(1, %(houses)s * 20) n;

insert into neighbourhood_house (city_id, name, slug, governance, form_of_address, phone, email, welcome,
    emergency_numbers, handover_days, follow_up_days, unseen_days, keep_months, takes_web_questions,
    first_holder_id)
select 1, 'Huis ' || n, 'huis-' || n, 'professional', 'u', '010 123 45 67', '', 'Kom binnen', '[]', 3, 14, 7, 12,
       true, n * 20
from generate_series(1, %(houses)s) n;

insert into neighbourhood_house_neighbourhoods (house_id, neighbourhood_id)
select n, n * 2 - part from generate_series(1, %(houses)s) n, generate_series(0, 1) part;

insert into neighbourhood_place (house_id, name, street, postcode, town, is_main, located_for)
select n, 'Huis ' || n, 'Kade ' || n, '', 'Grotestad', true, '' from generate_series(1, %(houses)s) n;

insert into neighbourhood_openinghours (place_id, weekday, opens_at, closes_at)
select n, day, '09:00', '17:00' from generate_series(1, %(houses)s) n, generate_series(0, 6) day;

insert into people_role (user_id, house_id, kind, starts_on)
select n, 1 + (n - 1) / 20,
       (array['coordinator', 'house_manager', 'coordinator', 'volunteer', 'volunteer', 'volunteer'])
           [1 + n %% 20] , '2020-01-01'
from generate_series(1, %(houses)s * 20) n where n %% 20 < 6;

insert into people_role (user_id, house_id, kind, starts_on)
select n, 1 + (n - 1) / 20, 'host', '2020-01-01'
from generate_series(1, %(houses)s * 20) n where n %% 20 >= 6;

insert into partners_partner (name, kind)
select 'Partner ' || n, 'care' from generate_series(1, 60) n;

insert into partners_partnership (partner_id, house_id, functions, function_email, function_phone)
select partner, house, '{}', '', '' from generate_series(1, 60) partner, generate_series(1, %(houses)s) house
where (partner + house) %% 6 = 0;

insert into partners_professional (partner_id, first_name, last_name, function, ask_me_about, for_whom, phone,
                                   email, languages)
select 1 + n %% 60, 'Prof' || n, '', (array['sociaal werker', 'wijkagent', 'wijkverpleegkundige'])[1 + n %% 3],
       (%(words)s::text[])[1 + n %% 90] || ', ' || (%(words)s::text[])[1 + (n * 7) %% 90], '', '', '', '{}'
from generate_series(1, 960) n;

insert into partners_attendance (professional_id, house_id, weekday, starts_at, ends_at)
select n, 1 + n %% %(houses)s, (n / 48) %% 7, '09:00', '13:00' from generate_series(1, 960) n;

insert into directory_entry (uid, added_on, people_say, conditions, how_to_apply, costs, languages, postcode, town,
                             province, bag_id, located_for, step_free, keeper_name, keeper_email, keeper_phone,
                             name, organisation, kind, is_informal, description, topics,
                             audience, neighbourhood_id, area, address, phone, email, website, opening,
                             is_published, updated_at)
select gen_random_uuid(), current_date, '{}', '', '', '', '{}', '', '', '', '', '', '', '', '', '', initcap((%(words)s::text[])[1 + n %% 90]) || 'groep ' || n, 'Stichting ' || n %% 400,
       (array['service', 'group', 'meeting_place', 'organisation'])[1 + n %% 4], n %% 4 = 1,
       'Hier kunt u terecht met ' || (%(words)s::text[])[1 + (n * 3) %% 90] || ' en '
           || (%(words)s::text[])[1 + (n * 11) %% 90],
       array[(%(words)s::text[])[1 + (n * 5) %% 90]], array['iedereen'], 1 + n %% 96, '', 'Kade ' || n, '', '', '',
       'maandag', true, now()
from generate_series(1, %(entries)s) n;

insert into sources_source (name, form, address, matching, read_on) values ('stad', 'table', '', '{}', now());

insert into sources_sourcerecord (source_id, number, entry_id, said, kept, differs, seen_on)
select 1, id::text, id, jsonb_build_object('name', name, 'phone', phone), '{}', false, now() from directory_entry;

insert into people_contactwish (house_id, called, way, phone, email, postal, for_whom, street, language)
select 1 + n %% %(houses)s, 'Bewoner ' || n, 'phone', '06' || lpad(n::text, 8, '0'), '', '', '', '', 'nl'
from generate_series(1, %(questions)s) n;

insert into desk_question (house_id, words, language, channel, urgency, neighbourhood_id, contact_id, asked_at,
    taken_down_at, taken_down_by_id, taken_up_at, holder_id, next_step, next_on, rung, enough_rung, looked_at,
    last_contact_at, answered_at, closed_at, ending, ended_before, times_reopened, gives_back, link_token, short_code)
select 1 + n %% %(houses)s,
       'Kan iemand mij helpen met ' || (%(words)s::text[])[1 + (n * 13) %% 90] || ' en '
           || (%(words)s::text[])[1 + (n * 17 + n / 90) %% 90] || ', want het lukt niet meer met de '
           || (%(words)s::text[])[1 + (n * 29 + n / 700) %% 90],
       'nl', (array['desk', 'phone', 'web', 'street'])[1 + n %% 4], 'normal', 1 + n %% 96, n, asked, asked, who,
       case when is_open and turn %% 7 = 0 then null else asked end, who, 'Samen bellen',
       current_date - 5 + (turn / 20 + n) %% 20, 'self', case when is_open then '' else 'neighbourhood' end,
       now() - (n / 10 %% 15) * interval '1 day', asked, case when is_open and turn %% 11 = 1 then asked end,
       case when is_open then null else asked + interval '20 days' end,
       case when is_open then '' else 'solved' end, '', 0, '', 'token-' || lpad(n::text, 20, '0'),
       lpad(to_hex(n), 6, '0')
from (select n, now() - (n %% 365) * interval '1 day' as asked, n / %(houses)s %% 10 = 0 as is_open,
             n / %(houses)s / 10 as turn, 1 + (n %% %(houses)s) * 20 + (n / %(houses)s / 10) %% 20 as who
      from generate_series(1, %(questions)s) n) rows;

insert into desk_followup (question_id, due_on, outcome, words, ending)
select id, current_date + 3 - (id %% 20)::int, '', '', '' from desk_question
where answered_at is not null and closed_at is null;

insert into desk_conversation (question_id, rung, words, tried, missing, was_enough, speaker, by_id, held_at)
select id, 'self', 'We hebben samen gekeken', 'gebeld', '', false, 'house', holder_id, asked_at
from desk_question where id %% 2 = 0;

insert into desk_answer (question_id, kind, words, given_by_id, given_at, outcome, entry_id)
select id, 'entry', 'Ga hier eens langs', holder_id, asked_at, 'not_known', 1 + id %% %(entries)s
from desk_question where id %% 3 = 0;

insert into desk_handover (question_id, partnership_id, professional_id, function, sender_id, note, fields,
    offered_at, answer_by, ending, reason, suggestion, code_digest, code_tries)
select q.id, p.id, null, 'wijkagent', q.holder_id, '', '{words}', now(), current_date + 2, '', '', '', '', 0
from desk_question q join lateral (select id from partners_partnership where house_id = q.house_id limit 1) p on true
where q.closed_at is null and (q.id / %(houses)s / 10) %% 6 = 0;

insert into journal_journalline (at, action, about_kind, about_id, house_id, actor_id, actor_label, reason, result,
                                 origin)
select now() - (n %% 100000) * interval '5 minutes', 'desk.question_looked_at', 'question',
       1 + n %% %(questions)s, 1 + n %% %(houses)s, 1 + n %% (%(houses)s * 20), '',
       case when n %% 40 = 0 then 'stands_in' else '' end, 'done', '192.0.2.1'
from generate_series(1, %(journal)s) n;
