using System.Diagnostics;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Tests.Cases;

public sealed class FoldTests
{
    [Fact]
    public void A_cases_version_is_the_number_of_its_entries() => Assert.Equal(Story.Closed.Journal.Length, Story.Closed.Case.Version);

    [Fact]
    public void Statuses_follow_the_decision_and_the_end() => Assert.Equal(
        [CaseStatus.Open, CaseStatus.Approved, CaseStatus.Closed], new[] { Story.AtDecide, Story.Approved, Story.Closed }.Select(story => story.Case.Status));

    [Fact]
    public void An_empty_journal_is_no_case() => Assert.Throws<InvalidDataException>(() => Case.Of([]));

    [Fact]
    public void A_journal_that_does_not_begin_with_a_submission_is_no_case() => Assert.Throws<InvalidDataException>(() => Case.Of(Story.Closed.Journal.Skip(1)));

    [Fact]
    public void A_done_task_that_was_never_opened_is_no_case() =>
        Assert.Throws<InvalidDataException>(() => Story.Submitted().With(Actor.System, new TaskDone("ghost-r1", new TaskAct.NoticePosted())).Case);

    [Fact]
    public void The_result_of_a_task_tells_who_and_when() =>
        Assert.Equal(("孟凡强", Role.TownshipOfficer, Town.Start), Story.AtReview.Case.Task("survey-r1")!.Done is { } done ? (done.By.Name, done.By.Role, done.At) : default);

    [Fact]
    public void Two_hundred_entries_fold_in_well_under_a_millisecond()
    {
        var journal = Story.Closed.With(Actor.System, [.. Enumerable.Range(0, 200 - Story.Closed.Journal.Length)
            .Select(i => new DocumentAdded($"d{i}", "M07", "image/png", 5))]).Journal;
        var best = TimeSpan.MaxValue;
        for (var run = 0; run < 500; run++)
        {
            var started = Stopwatch.GetTimestamp();
            Case.Of(journal);
            best = Stopwatch.GetElapsedTime(started) is var took && took < best ? took : best;
        }

        Assert.Equal(200, journal.Length);
        Assert.InRange(best.TotalMilliseconds, 0, 0.5);
    }
}
