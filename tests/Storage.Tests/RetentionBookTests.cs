using OneVisit.Support;

namespace OneVisit.Storage.Tests;

/// <summary>Of a hold and an erasure one is first, and the other knows.</summary>
public sealed class RetentionBookTests(AzuriteFixture azurite) : StorageTest(azurite)
{
    private static readonly StandingHold Hold = new("BL261124-00000001", Sample.CaseId);

    private RetentionBook Book => new(Storage);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_saw_the_holds_before_another_came_decides_nothing(bool first)
    {
        if (!first)
            await Book.NoteHoldAsync(new("BL261124-00000000", "XT260302-OTHER0"));
        var seen = await Book.HoldsAsync();
        await Book.NoteHoldAsync(Hold);

        Assert.False(await Book.TryDecideAsync(Sample.CaseId, seen));
        Assert.False(await Book.IsDecidedAsync(Sample.CaseId));
        Assert.Contains(Hold, (await Book.HoldsAsync()).Standing);
    }

    [Fact]
    public async Task Whoever_decided_first_is_seen_by_who_comes_with_a_hold()
    {
        Assert.True(await Book.TryDecideAsync(Sample.CaseId, await Book.HoldsAsync()));
        await Book.NoteHoldAsync(Hold);

        Assert.True(await Book.IsDecidedAsync(Sample.CaseId));
        Assert.Equal([Sample.CaseId], (await Book.HoldsAsync()).Decided);
    }

    [Fact]
    public async Task Of_two_who_decide_on_different_things_the_second_looks_again()
    {
        var seen = await Book.HoldsAsync();

        Assert.True(await Book.TryDecideAsync(Sample.CaseId, seen));
        Assert.False(await Book.TryDecideAsync("XT260302-OTHER0", seen));
        Assert.True(await Book.TryDecideAsync("XT260302-OTHER0", await Book.HoldsAsync()));
    }

    [Fact]
    public async Task Of_two_who_decide_on_the_same_both_have()
    {
        var seen = await Book.HoldsAsync();

        Assert.True(await Book.TryDecideAsync(Sample.CaseId, seen));
        Assert.True(await Book.TryDecideAsync(Sample.CaseId, seen));
    }

    [Fact]
    public async Task What_was_taken_back_is_decided_no_more()
    {
        await Book.TryDecideAsync(Sample.CaseId, await Book.HoldsAsync());
        await Book.ForgetDecisionAsync(Sample.CaseId);
        await Book.ForgetDecisionAsync(Sample.CaseId);

        Assert.False(await Book.IsDecidedAsync(Sample.CaseId));
    }
}
