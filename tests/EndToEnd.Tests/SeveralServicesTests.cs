using OneVisit.Contracts;

namespace OneVisit.EndToEnd.Tests;

/// <summary>One conversation, one list, one mandate: several services applied for at once in the chat.</summary>
public sealed class SeveralServicesTests(City city) : IClassFixture<City>
{
    [Theory]
    [InlineData(Resident.WithAgent)]
    [InlineData(Resident.Alone)]
    public async Task All_that_is_likely_is_applied_for_with_one_press_and_becomes_linked_cases(string mandate)
    {
        using var resident = await Resident.OpenAsync(city.PublicUrl);
        await resident.TellOfIllnessAsync();
        await resident.SayAsync("都申请", Resident.Myself, "都能带来");
        await resident.IdentifyAsync(mandate);

        var receipts = await resident.SubmitAsync();
        var cases = await city.ReadAsync<CaseSummary[]>(Routes.MyCases, city.ResidentOf(resident.Chat));

        Assert.Equal(["D1.2", "D3.2"], cases.Select(each => each.Service).Order());
        Assert.All(cases, each => Assert.Contains(each.CaseId, receipts));
    }
}
