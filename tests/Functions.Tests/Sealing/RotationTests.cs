using Microsoft.Extensions.DependencyInjection;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Identity;
using OneVisit.Domain.Supervision;
using OneVisit.Functions.Audit;
using OneVisit.Functions.Sealing;
using OneVisit.Functions.Tests.Running;
using OneVisit.Storage;
using OneVisit.Storage.MasterKeys;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Sealing;

/// <summary>The sealing key is changed while the office works, and the old one thrown away.</summary>
public sealed class RotationTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    private readonly Vault vault = new();

    [Fact]
    public async Task Changed_under_load_and_broken_off_in_the_middle_everything_opens_and_the_old_key_may_go()
    {
        await using var office = await OpenAsync();
        var journeys = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Journey.BeginAsync(office, Applications.Ordinary(submissionId: $"submission-000000{i}"))));
        await RotateAsync(office);

        await vault.ChangeAsync(office, "k2");
        await Task.WhenAll([.. journeys.Select(ActAsync), RotateAsync(office, mostWritten: 1), RotateAsync(office, mostWritten: 1)]);
        await office.RestartAsync();
        await BreakOffAsync(office);
        await Task.WhenAll(Journey.BeginAsync(office, Applications.Ordinary(submissionId: "submission-0000009")), RotateAsync(office, mostWritten: 2));
        office.Clock.Advance(KeyPass.Settled);
        for (var i = 0; i < 4; i++)
            await RotateAsync(office);
        Assert.False(Assert.Single((await ShowAsync(office)).Older).MayBeDisabled);
        office.Clock.Advance(TimeSpan.FromDays(1));
        await AnchorAsync(office);

        var view = await ShowAsync(office);
        Assert.Equal(("k2", true), (view.Current, view.IsDone));
        Assert.All(view.Kinds, kind => Assert.Equal(0, kind.Left));
        Assert.Equal(new OlderKey("k1", 0, true), Assert.Single(view.Older));
        await vault.ForgetAsync(office, "k1");
        Assert.All(await Task.WhenAll(journeys.Select(journey => OwnFormAsync(journey))), text => Assert.Equal(Applications.Name, text));
    }

    [Fact]
    public async Task Who_looks_after_the_keys_sees_how_much_is_left_and_never_a_key()
    {
        await using var office = await OpenAsync();
        await Journey.BeginAsync(office, Applications.Ordinary(submissionId: "submission-0000001"));
        await Journey.BeginAsync(office, Applications.Ordinary(submissionId: "submission-0000002"));
        var before = await ShowAsync(office);
        await RotateAsync(office);
        await vault.ChangeAsync(office, "k2");
        var changed = await ShowAsync(office);
        await RotateAsync(office, mostWritten: 1);
        var half = await ShowAsync(office);

        Assert.Null(before.Kinds[0].Left);
        Assert.Equal(("k2", 2, false), (changed.Current, changed.Kinds[0].Left, changed.Older[0].MayBeDisabled));
        Assert.Equal((1, 1, false), (half.Kinds[0].Left, half.Kinds[0].Current, half.Older[0].MayBeDisabled));
    }

    [Fact]
    public async Task A_key_that_just_counts_is_not_yet_reason_to_throw_the_old_one_away()
    {
        await using var office = await OpenAsync();
        await Journey.BeginAsync(office);
        await vault.ChangeAsync(office, "k2");
        await RotateAsync(office);

        Assert.Equal(new OlderKey("k1", 0, false), Assert.Single((await ShowAsync(office)).Older));
    }

    [Fact]
    public async Task A_rotation_that_stands_still_is_told_of()
    {
        await using var office = await OpenAsync();
        var journey = await Journey.BeginAsync(office);
        await RotateAsync(office);
        await vault.ChangeAsync(office, "k2");
        await vault.ForgetAsync(office, "k1");
        await RotateAsync(office);
        office.Clock.Advance(TimeSpan.FromDays(2) + TimeSpan.FromHours(2));
        await RotateAsync(office);

        Assert.Contains(office.Logs.Lines, line => line.Contains("stands still: 1 journals", StringComparison.Ordinal));
        Assert.Contains(office.Logs.Lines, line => line.Contains($"The data key of {journey.CaseId} cannot be opened", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_destroyed_key_stays_destroyed_through_a_rotation()
    {
        await using var office = await OpenAsync();
        var journey = await Journey.BeginAsync(office);
        await office.Services.GetRequiredService<JournalKeys>().DestroyAsync(journey.CaseId);
        await vault.ChangeAsync(office, "k2");
        await RotateAsync(office);

        Assert.Equal((0, 1), ((await ShowAsync(office)).Kinds[0].Left, (await ShowAsync(office)).Kinds[0].Erased));
        Assert.True((await office.Services.GetRequiredService<JournalKeys>().FindAsync(journey.CaseId))!.IsDestroyed);
    }

    [Fact]
    public async Task A_journal_of_an_earlier_release_keeps_its_key_needed_even_when_it_got_a_data_key()
    {
        await using var office = await OpenAsync();
        var journey = await Journey.BeginAsync(office);
        var table = office.Services.GetRequiredService<OneVisitStorage>().Table("Journal");
        await table.DeleteEntityAsync(journey.CaseId, "key");
        await office.Services.GetRequiredService<JournalKeys>().EnsureAsync(office.Services.GetRequiredService<JournalSealer>().NewLater(journey.CaseId));
        await vault.ChangeAsync(office, "k2");
        await RotateAsync(office);
        office.Clock.Advance(KeyPass.Settled);
        await RotateAsync(office);

        var view = await ShowAsync(office);

        Assert.Equal((0, 1), (view.Kinds[0].Left, view.Kinds[0].Without));
        Assert.Equal(new OlderKey("k1", 0, false), Assert.Single(view.Older));
    }

    [Fact]
    public async Task A_hold_of_before_that_is_lifted_now_keeps_no_old_key_needed()
    {
        await using var office = await OpenAsync();
        var (matters, hold) = (office.Services.GetRequiredService<SupervisionJournal>(), "BL261124-00000001");
        await new SupervisionJournal(office.Services.GetRequiredService<OneVisitStorage>()).AppendAsync(hold, 0, [new HoldPlaced(hold, "新泰市人民法院", "案件还在审理", "XT260101-ZZZZZZ")], Actor.System, Office.Morning);
        await matters.AppendAsync(hold, 1, [new HoldLifted("审结")], Actor.System, Office.Morning);
        await vault.ChangeAsync(office, "k2");
        await RotateAsync(office);

        Assert.True((await office.Services.GetRequiredService<JournalKeys>().FindAsync(hold))!.CameLater);
        Assert.All((await ShowAsync(office)).Kinds, kind => Assert.Equal((0, 0), (kind.Left, kind.Without)));
    }

    [Theory]
    [InlineData(Town.Officer)]
    [InlineData(Town.Chief)]
    [InlineData(Town.Resident)]
    public async Task Nobody_else_learns_of_the_keys(string who)
    {
        await using var office = await OpenAsync();

        using var answer = await office.SendAsync(HttpMethod.Get, Routes.Keys, who);

        Assert.Equal(403, (int)answer.StatusCode);
    }

    private Task<Office> OpenAsync() => Office.OpenAsync(azurite, services: replaced => replaced.AddSingleton<IMasterKeySource>(vault));

    private static Task RotateAsync(Office office, int mostWritten = KeyRotation.MostWritten) =>
        office.Services.GetRequiredService<KeyRotation>().TurnAsync(CancellationToken.None, mostWritten);

    private static Task AnchorAsync(Office office) => office.Services.GetRequiredService<AuditDesk>().AnchorAsync(CancellationToken.None);

    // The program ends somewhere in a go: what was wrapped is, what was noted is not.
    private static async Task BreakOffAsync(Office office)
    {
        using var end = new CancellationTokenSource();
        var go = office.Services.GetRequiredService<KeyRotation>().TurnAsync(end.Token);
        await end.CancelAsync();
        try
        {
            await go;
        }
        catch (OperationCanceledException)
        {
        }
    }

    private static async Task ActAsync(Journey journey)
    {
        await journey.CollectAsync();
        await journey.SurveyAsync();
    }

    private static async Task<string> OwnFormAsync(Journey journey) =>
        (await journey.Office.GetAsync<FormView>($"cases/{journey.CaseId}/forms/M03/text", Town.Resident)).Signer!;

    private static Task<KeysView> ShowAsync(Office office) => office.GetAsync<KeysView>(Routes.Keys, Town.Reviewer);

    /// <summary>Keys that the test changes, as a keeper does in the vault.</summary>
    private sealed class Vault : IMasterKeySource
    {
        private readonly Dictionary<string, byte[]> keys = new() { ["k1"] = [.. Enumerable.Repeat((byte)1, SealingKeys.KeyLength)] };
        private string current = "k1";

        public Task<SealingKeys> ReadAsync(CancellationToken cancellation) => Task.FromResult(new SealingKeys(current, keys));

        public Task ChangeAsync(Office office, string id)
        {
            keys[current = id] = [.. Enumerable.Repeat((byte)2, SealingKeys.KeyLength)];
            return office.Services.GetRequiredService<KeyRefresh>().RefreshAsync(CancellationToken.None);
        }

        public Task ForgetAsync(Office office, string id)
        {
            keys.Remove(id);
            return office.Services.GetRequiredService<KeyRefresh>().RefreshAsync(CancellationToken.None);
        }
    }
}
