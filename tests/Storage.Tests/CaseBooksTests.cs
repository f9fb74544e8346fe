using OneVisit.Support;

namespace OneVisit.Storage.Tests;

public sealed class CaseBooksTests(AzuriteFixture azurite) : StorageTest(azurite)
{
    private static readonly CaseProjection Projection = new(Sample.CaseId, 4, false);

    [Fact]
    public async Task Who_put_a_projection_replaces_it_without_reading_it_unless_somebody_else_did()
    {
        var cases = new CaseProjections(Storage);
        var first = await cases.PutOverAsync(Projection with { Version = 1 }, null);
        var second = await cases.PutOverAsync(Projection with { Version = 2 }, first);
        await cases.PutAsync(Projection with { Version = 5 });

        Assert.NotNull(second);
        Assert.Null(await cases.PutOverAsync(Projection with { Version = 3 }, second));
        Assert.Equal(5, (await cases.FindAsync(Sample.CaseId))?.Version);
    }

    [Fact]
    public async Task A_case_is_found_as_it_was_put()
    {
        var cases = new CaseProjections(Storage);
        await cases.PutAsync(Projection);

        Assert.Equal(Projection, await cases.FindAsync(Sample.CaseId));
    }

    [Fact]
    public async Task An_older_picture_of_a_case_does_not_replace_a_newer_one()
    {
        var cases = new CaseProjections(Storage);
        await cases.PutAsync(Projection with { Version = 5 });

        Assert.False(await cases.PutAsync(Projection with { Version = 4 }));
        Assert.Equal(5, (await cases.FindAsync(Sample.CaseId))!.Version);
    }

    [Fact]
    public async Task Of_many_who_put_a_case_at_once_the_newest_stays()
    {
        var cases = new CaseProjections(Storage);

        await Task.WhenAll(Enumerable.Range(1, 8).Select(version => cases.PutAsync(Projection with { Version = version })));

        Assert.Equal(8, (await cases.FindAsync(Sample.CaseId))!.Version);
    }

    [Fact]
    public async Task Finished_cases_are_not_listed_for_the_clockwork()
    {
        var cases = new CaseProjections(Storage);
        await cases.PutAsync(Projection);
        await cases.PutAsync(Projection with { CaseId = "XT-done", Finished = true });

        Assert.Equal([Sample.CaseId], await cases.ListUnfinishedAsync().Select(found => found.CaseId).ToListAsync());
    }

    [Fact]
    public async Task The_clockwork_may_begin_behind_the_cases_of_years_ago()
    {
        var cases = new CaseProjections(Storage);
        foreach (var caseId in (string[])["XT250101-AAAAAA", "XT260301-AAAAAA", "XT260301-BBBBBB", "XT260302-AAAAAA"])
            await cases.PutAsync(Projection with { CaseId = caseId });

        Assert.Equal(["XT260301-BBBBBB", "XT260302-AAAAAA"], await cases.ListUnfinishedAsync("XT260301-BBBBBB").Select(found => found.CaseId).ToListAsync());
        Assert.Equal(3, await cases.ListUnfinishedAsync("XT260301").CountAsync());
    }

    [Fact]
    public async Task A_persons_cases_are_found_by_digest()
    {
        var index = new CaseIndex(Storage);
        await index.AddAsync(IndexKind.IdNumber, "digest/1", "XT-1");
        await index.AddAsync(IndexKind.IdNumber, "digest/1", "XT-2");
        await index.AddAsync(IndexKind.IdNumber, "digest/1", "XT-2");

        Assert.Equal(["XT-1", "XT-2"], await index.ListAsync(IndexKind.IdNumber, "digest/1"));
    }

    [Fact]
    public async Task A_number_and_a_participant_with_the_same_digest_are_not_mixed_up()
    {
        var index = new CaseIndex(Storage);
        await index.AddAsync(IndexKind.IdNumber, "same", "XT-1");

        Assert.Empty(await index.ListAsync(IndexKind.Participant, "same"));
    }

    [Fact]
    public async Task A_first_submission_is_new() => Assert.Equal(new SubmissionClaim.New("XT-1"), await ClaimAsync("hash", "XT-1"));

    [Fact]
    public async Task The_same_submission_again_gives_the_first_case()
    {
        await ClaimAsync("hash", "XT-1");

        Assert.Equal(new SubmissionClaim.Same("XT-1"), await ClaimAsync("hash", "XT-2"));
    }

    [Fact]
    public async Task Something_else_under_the_same_id_is_told_apart()
    {
        await ClaimAsync("hash", "XT-1");

        Assert.Equal(new SubmissionClaim.OtherContent("XT-1"), await ClaimAsync("other", "XT-1"));
    }

    [Fact]
    public async Task Of_many_same_submissions_at_once_one_is_new()
    {
        var claims = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => ClaimAsync("hash", "XT-1")));

        Assert.Single(claims.OfType<SubmissionClaim.New>());
        Assert.Equal(5, claims.OfType<SubmissionClaim.Same>().Count());
    }

    [Fact]
    public async Task A_submission_that_was_claimed_under_an_older_look_up_key_is_the_same()
    {
        await ClaimAsync("hash", "XT-1");
        var register = new SubmissionRegister(Storage);

        Assert.Equal(new SubmissionClaim.Same("XT-1"), await register.ClaimAsync(["k2.submission", "submission-0000001"], "k2.hash", "XT-2", kept => kept == "hash"));
        await register.MoveAsync("submission-0000001", "k2.submission", new("XT-1", "hash"));
        await register.MoveAsync("submission-0000001", "k2.submission", new("XT-1", "hash"));
        Assert.Equal(new SubmissionClaim.Same("XT-1"), await register.ClaimAsync(["k2.submission"], "k2.hash", "XT-2", kept => kept == "hash"));
        Assert.Null(await register.FindAsync("submission-0000001"));
    }

    private Task<SubmissionClaim> ClaimAsync(string content, string caseId) => new SubmissionRegister(Storage).ClaimAsync(["submission-0000001"], content, caseId);
}
