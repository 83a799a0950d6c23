"""What happens to the map by the clock."""

from procrastinate.contrib.django import app

from wijkhuis.house.directory import actions


@app.periodic(cron="11 2 * * *")
@app.task(name="directory.find_points", queueing_lock="directory.find_points")
def find_points(timestamp: int) -> None:
    """Every night: ask where the entries without a point are."""
    actions.find_points()


@app.periodic(cron="20 8 * * *")
@app.task(name="directory.ask_key_people_again", queueing_lock="directory.ask_key_people_again")
def ask_key_people_again(timestamp: int = 0) -> None:
    """Every morning: ask key people whether it is still all right, a month before their agreement ends."""
    actions.ask_key_people_again()


@app.periodic(cron="20 2 * * *")
@app.task(name="directory.let_key_people_fade", queueing_lock="directory.let_key_people_fade")
def let_key_people_fade(timestamp: int = 0) -> None:
    """Every night: delete key people who did not agree again."""
    actions.let_key_people_fade()


@app.periodic(cron="40 6 * * *")
@app.task(name="directory.ask_keepers", queueing_lock="directory.ask_keepers")
def ask_keepers(timestamp: int = 0) -> None:
    """Every morning: ask who keeps an entry right about what nobody looked at for half a year."""
    actions.ask_keepers_of_old_entries()


@app.periodic(cron="50 2 * * *")
@app.task(name="directory.forget_old_corrections", queueing_lock="directory.forget_old_corrections")
def forget_old_corrections(timestamp: int = 0) -> None:
    """Every night: forget how entries were before a correction of a month ago."""
    actions.forget_old_corrections()


@app.periodic(cron="55 2 * * *")
@app.task(name="directory.forget_old_answers", queueing_lock="directory.forget_old_answers")
def forget_old_answers(timestamp: int = 0) -> None:
    """Every night: forget what keepers and colleagues wrote a year ago, and choices that count no more."""
    actions.forget_old_answers()


@app.periodic(cron="20 3 * * *", periodic_id="index_directory")
@app.task(name="directory.index", queueing_lock="directory.index")
def index_directory(timestamp: int) -> None:
    """Every night: entries meet the lexicon as it is now, which an update may have changed."""
    actions.index_entries()
