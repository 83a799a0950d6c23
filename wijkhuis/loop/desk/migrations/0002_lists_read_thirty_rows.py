from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("desk", "0001_questions_and_what_follows")]

    operations = [
        migrations.RemoveIndex(
            model_name="question",
            name="question_of_a_holder",
        ),
        migrations.RemoveIndex(
            model_name="question",
            name="question_open_in_a_house",
        ),
        migrations.AddIndex(
            model_name="question",
            index=models.Index(
                condition=models.Q(("closed_at", None)), fields=["holder", "next_on", "id"], name="question_of_a_holder"
            ),
        ),
        migrations.AddIndex(
            model_name="question",
            index=models.Index(
                condition=models.Q(("closed_at", None)),
                fields=["house", "next_on", "id"],
                name="question_open_in_a_house",
            ),
        ),
    ]
