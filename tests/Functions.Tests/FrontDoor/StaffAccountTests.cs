using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Contracts;
using OneVisit.Functions.Tests.Running;
using OneVisit.Storage;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.FrontDoor;

/// <summary>Whose an account of the city's sign-in is: told to the front door, and to nobody else.</summary>
public sealed class StaffAccountTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    private static readonly Guid Account = Guid.Parse("5b0f3a52-8c1d-4e7e-9a44-0c6a1f2e3d10");

    private static string Route { get; } = Routes.StaffAccount.Replace("{account}", Account.ToString("D"), StringComparison.Ordinal);

    [Fact]
    public async Task The_door_is_told_whose_an_account_is()
    {
        await using var office = await OpenAsync();

        Assert.Equal(new StaffAccountView("zhai-officer", "翟敏", HasPost: true), await office.GetAsync<StaffAccountView>(Route, Participants.Door));
    }

    [Fact]
    public async Task A_post_that_ended_yesterday_is_none()
    {
        await using var office = await OpenAsync(lastDay: new(2026, 11, 23));

        Assert.False((await office.GetAsync<StaffAccountView>(Route, Participants.Door)).HasPost);
    }

    [Theory]
    [InlineData("staff/accounts/5b0f3a52-8c1d-4e7e-9a44-0c6a1f2e3d11")]
    [InlineData("staff/accounts/zhai-officer")]
    public async Task An_account_of_nobody_is_not_found(string route)
    {
        await using var office = await OpenAsync();
        using var answer = await office.SendAsync(HttpMethod.Get, route, Participants.Door);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData(Town.Resident)]
    [InlineData(Town.Officer)]
    [InlineData(Town.Bureau)]
    public async Task Nobody_else_is_told(string participant)
    {
        await using var office = await OpenAsync();
        using var answer = await office.SendAsync(HttpMethod.Get, Route, participant);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData(Routes.Me)]
    [InlineData(Routes.MyCases)]
    [InlineData(Routes.Work)]
    [InlineData(Routes.Audit)]
    [InlineData(Routes.Agents)]
    public async Task The_door_itself_may_ask_nothing_else(string route)
    {
        await using var office = await OpenAsync();
        using var answer = await office.SendAsync(HttpMethod.Get, route, Participants.Door);

        // As to anybody to whom it is nothing: agents of a village do not exist for them.
        Assert.Equal(route == Routes.Agents ? HttpStatusCode.NotFound : HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private async Task<Office> OpenAsync(DateOnly? lastDay = null)
    {
        var office = await Office.OpenAsync(azurite);
        var officer = Town.Staff.Single(member => member.Id == "zhai-officer");
        await office.Services.GetRequiredService<StaffDirectory>().SeedAsync([officer with { Account = Account, Posts = [officer.Posts[0] with { To = lastDay }] }]);
        return office;
    }
}
