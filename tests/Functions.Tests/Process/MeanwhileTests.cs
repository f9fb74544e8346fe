using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Functions.Tests.Running;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Process;

/// <summary>People act while the process is busy with what follows from the act before.</summary>
public sealed class MeanwhileTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    [Fact]
    public async Task What_an_agent_hands_in_while_the_receipt_is_printed_is_taken_further()
    {
        await using var proxy = FaultProxy.Before(azurite.ConnectionString);
        await using var office = await Office.OpenAsync(azurite, proxy.ConnectionString);
        var (printing, printed) = (new TaskCompletionSource(), new TaskCompletionSource());
        proxy.Script = request =>
        {
            if (request.HttpMethod != "PUT" || !request.RawUrl!.Contains("/issued/", StringComparison.Ordinal) || !printing.TrySetResult()) return Fault.None;
            return Fault.HeldUntil(printed.Task);
        };

        var caseId = (await Office.ReadAsync<CaseReceipt>(await office.SendAsync(HttpMethod.Post, Routes.Cases, Town.Resident, Applications.Ordinary()))).CaseId;
        await printing.Task.WaitAsync(TimeSpan.FromSeconds(30));
        using var handedIn = await office.SendAsync(
            HttpMethod.Post, $"cases/{caseId}/tasks/collect-r1/outcome", Town.Agent, new TaskOutcome(ActNames.Collected, Materials: ["M04", "M05", "M07"]));
        printed.SetResult();
        await office.SettleAsync();

        Assert.True(handedIn.IsSuccessStatusCode);
        Assert.Equal(["survey-r1", "verify-r1"], (await Journey.Of(office, caseId).DeskOfAsync(Town.Officer)).Order(StringComparer.Ordinal));
    }
}
