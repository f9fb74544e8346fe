using System.Text.Json;
using OneVisit.Domain.Cases;
using OneVisit.Local.Year.Releases;

namespace OneVisit.Functions.Tests.Deployments;

/// <summary>Journals are for decades: what a release wrote tells every later one the same case.</summary>
public sealed class JournalTests
{
    public static TheoryData<string> Releases => [.. RecordedReleases.All];

    [Theory]
    [MemberData(nameof(Releases))]
    public void A_journal_of_an_earlier_release_tells_the_same_case(string release) => Assert.All(RecordedReleases.JournalsOf(release), recorded =>
    {
        var told = RecordedJournal.Tell(Case.Of(recorded.Read()));

        Assert.Equal(recorded.Told, recorded.Told.Keys.ToDictionary(what => what, what => told.GetValueOrDefault(what) ?? ""));
    });

    [Theory]
    [MemberData(nameof(Releases))]
    public void Its_chain_still_verifies(string release) => Assert.All(
        RecordedReleases.JournalsOf(release), recorded => Assert.IsType<ChainReading.Intact>(JournalChain.Verify(recorded.CaseId, recorded.Read())));

    [Theory]
    [MemberData(nameof(Releases))]
    public void The_recordings_have_the_kinds_of_events_that_cases_are_made_of(string release)
    {
        var kinds = RecordedReleases.JournalsOf(release).SelectMany(recorded => recorded.Entries).Select(entry => JsonDocument.Parse(entry.Body).RootElement.GetProperty("type").GetString()!);

        Assert.Superset(
            new HashSet<string>(
            [
                "submitted", "accepted", "mandate-granted", "mandate-revoked", "document-added", "task-opened", "task-reassigned", "task-done", "public-notice-opened", "public-notice-ended",
                "reminded", "escalated", "returned-for-correction", "decided", "delivered", "filed", "closed", "rated", "material-requested", "extra-material-refused", "papers-due",
                "attended", "rating-remedied", "visit-ordered", "file-reviewed",
            ]),
            kinds.ToHashSet());
    }
}
