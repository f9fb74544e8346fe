using Microsoft.Extensions.DependencyInjection;
using OneVisit.Contracts;
using OneVisit.Domain.Services;
using OneVisit.Local.Host.Demo;
using OneVisit.Storage;

namespace OneVisit.EndToEnd.Tests;

/// <summary>A local city that runs gets the directory of the whole city by itself, once.</summary>
public sealed class WholeDirectoryTests
{
    private const string Officer = "staff:bureau-officer";

    [OwnCityFact]
    public async Task A_city_that_runs_has_the_whole_directory_in_force_and_its_own_staff_as_before()
    {
        await using var city = new City { WholeDirectory = true };
        await city.InitializeAsync();
        await RunAsync(city);

        var book = await BookAsync(city);
        Assert.Equal([863, 3_481, 11_106], book.Sheets.Take(3).Select(sheet => sheet.Lines));
        Assert.Equal("in-force", Assert.Single(book.Activations).State);
        var staff = city.Local.BackOffice.Services.GetRequiredService<StaffDirectory>();
        foreach (var member in DemoStaff.All)
            Assert.Equal(member.Posts.Single(), (await staff.FindAsync(member.Id))!.Posts.Single());
        Assert.Single(await staff.HoldersAsync(Role.ChiefRepresentative, "township/370982114", new DateOnly(2026, 11, 24)));

        // Run again, it has nothing to do.
        await RunAsync(city);
        Assert.Equal(book.Activations, (await BookAsync(city)).Activations);
    }

    // Until everything is written.
    private static async Task RunAsync(City city)
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var running = city.Local.RunAsync(stop.Token);
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (await BookAsync(city) is { InForce: null } or { Applying: not null }) await pause.WaitForNextTickAsync(stop.Token);
        await stop.CancelAsync();
        await running;
    }

    private static Task<DirectoryBook> BookAsync(City city) => city.ReadAsync<DirectoryBook>(Routes.Directories, Officer);
}
