using System.Net;
using System.Net.Sockets;
using OneVisit.Local.Azurite;

namespace OneVisit.EndToEnd.Tests;

/// <summary>Starting and ending the city as a person does.</summary>
public sealed class StartTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("onevisit-start-").FullName;

    [OwnCityFact]
    public async Task The_city_opens_and_ctrl_c_ends_everything()
    {
        await using var host = HostProcess.Start(_folder);
        await host.OpenAsync();

        Assert.Equal(0, await host.InterruptAsync());
        Assert.Empty(HostProcess.StillRunningOn(_folder));
    }

    [OwnCityFact]
    public async Task After_a_kill_of_the_host_no_child_is_left_and_it_starts_again()
    {
        await using (var host = HostProcess.Start(_folder))
        {
            await host.OpenAsync();
            await host.KillAsync();
        }

        await using var again = HostProcess.Start(_folder);
        await again.OpenAsync();

        Assert.Single(HostProcess.StillRunningOn(_folder), command => command.Contains("azurite.cjs", StringComparison.Ordinal));
    }

    [OwnCityFact]
    public async Task A_taken_port_is_named_in_one_line()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var taken = ((IPEndPoint)other.LocalEndpoint).Port;

        await using var host = HostProcess.Start(_folder, port: taken);

        Assert.Equal(1, await host.EndAsync());
        Assert.Contains($"Port {taken}", Assert.Single(host.Lines));
        Assert.Empty(HostProcess.StillRunningOn(_folder));
    }

    [OwnCityFact]
    public async Task A_taken_azurite_port_leaves_nothing_running()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var taken = ((IPEndPoint)other.LocalEndpoint).Port;

        await using var host = HostProcess.Start(_folder, tablePort: taken);

        Assert.Equal(1, await host.EndAsync());
        Assert.Contains($"Port {taken}, needed by Azurite", Assert.Single(host.Lines));
        Assert.Empty(HostProcess.StillRunningOn(_folder));
    }

    [OwnCityFact]
    public async Task Without_node_it_says_what_to_install()
    {
        await NpmPackages.EnsureInstalledAsync(Console.WriteLine);

        await using var host = HostProcess.Start(_folder, path: _folder);

        Assert.Equal(1, await host.EndAsync());
        Assert.Contains("Install Node 20", Assert.Single(host.Lines));
    }

    [OwnCityFact]
    public async Task An_azurite_that_cannot_come_up_is_reported()
    {
        // Something that is not a database lies where Azurite keeps its tables.
        await using (var first = HostProcess.Start(_folder))
        {
            await first.OpenAsync();
            await first.InterruptAsync();
        }
        File.WriteAllText(Path.Combine(_folder, "azurite", "__azurite_db_table__.json"), "not a database");

        await using var host = HostProcess.Start(_folder);

        Assert.Equal(1, await host.EndAsync());
        Assert.Contains("Azurite did not come up", host.Said);
        Assert.Empty(HostProcess.StillRunningOn(_folder));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
