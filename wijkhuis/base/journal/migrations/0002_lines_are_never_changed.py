from django.db import migrations

FORBID = """
create function journal_lines_stay() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and old.at < now() - interval '5 years' then
        return old;
    end if;
    raise exception 'a journal line is never changed' using errcode = 'restrict_violation';
end $$;
create trigger journal_lines_stay before update or delete on journal_journalline
    for each row execute function journal_lines_stay();
"""
ALLOW = "drop trigger journal_lines_stay on journal_journalline; drop function journal_lines_stay();"


class Migration(migrations.Migration):
    dependencies = [("journal", "0001_lines_about_looks_and_acts")]
    operations = [migrations.RunSQL(FORBID, ALLOW)]
