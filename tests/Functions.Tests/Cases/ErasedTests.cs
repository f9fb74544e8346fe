using Microsoft.Extensions.DependencyInjection;
using OneVisit.Contracts;
using OneVisit.Functions.Tests.Running;
using OneVisit.Storage;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Cases;

public sealed class ErasedTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    [Fact]
    public async Task When_the_key_of_a_case_is_destroyed_its_sealed_values_are_told_as_erased_at_once()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        var before = await TaskAsync();

        Assert.True(await office.Services.GetRequiredService<JournalKeys>().DestroyAsync(journey.CaseId));

        Assert.Equal(Applications.Name, before.Applicant);
        var after = await TaskAsync();
        Assert.Equal(("（已依法删除）", "（已依法删除）"), (after.Applicant, after.Phone));

        Task<TaskView> TaskAsync() => journey.TaskAsync("collect-r1", Town.Agent);
    }
}
