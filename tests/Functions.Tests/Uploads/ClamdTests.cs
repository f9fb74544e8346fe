using System.Net;
using System.Net.Sockets;
using System.Text;
using OneVisit.Functions.Uploads;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Uploads;

/// <summary>What we make of a virus scanner's answers, and of its silence.</summary>
public sealed class ClamdTests : IAsyncLifetime
{
    // Put together when it is needed, so that no scanner eats this file.
    private static readonly string Eicar = string.Concat("X5O!P%@AP[4\\PZX54(P^)7CC)7}$", "EICAR-STANDARD-", "ANTIVIRUS-TEST-FILE!$H+H*");

    private readonly FakeClamd clamd = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await clamd.DisposeAsync();

    [Fact]
    public async Task What_the_scanner_calls_clean_is_clean() => Assert.IsType<ScanAnswer.Clean>(await ScanAsync(SampleFiles.Photo()));

    [Fact]
    public async Task The_scanner_gets_every_byte()
    {
        var photo = SampleFiles.Photo("", 1_000_000);
        await ScanAsync(photo);
        Assert.Equal(photo, Assert.Single(clamd.Scanned));
    }

    [Fact]
    public async Task A_virus_is_named()
    {
        clamd.Says = file => file.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Eicar)) >= 0 ? "stream: Eicar-Signature FOUND\0" : FakeClamd.Clean;
        Assert.Equal(new ScanAnswer.Found("Eicar-Signature"), await ScanAsync(Encoding.ASCII.GetBytes(Eicar)));
    }

    [Theory]
    [InlineData("INSTREAM size limit exceeded. ERROR\0", true)]
    [InlineData("stream: Can't allocate memory ERROR\0", true)]
    [InlineData("stream: OK but not quite\0", true)]
    [InlineData("HTTP/1.1 200 OK\r\n\r\nstream: OK\0", true)]
    [InlineData("", false)]
    public async Task What_it_does_not_call_clean_in_so_many_words_was_not_scanned(string said, bool reachable)
    {
        clamd.Says = _ => said;
        Assert.Equal(reachable, Assert.IsType<ScanAnswer.NotScanned>(await ScanAsync(SampleFiles.Photo())).Reachable);
    }

    [Fact]
    public async Task A_scanner_that_closes_in_the_middle_still_has_its_say()
    {
        (clamd.Patience, clamd.Says) = (100_000, _ => "INSTREAM size limit exceeded. ERROR\0");
        Assert.IsType<ScanAnswer.NotScanned>(await ScanAsync(SampleFiles.Photo("", 9_000_000)));
    }

    [Fact]
    public async Task A_scanner_that_hangs_is_not_waited_for()
    {
        clamd.Says = _ => null;
        Assert.False(Assert.IsType<ScanAnswer.NotScanned>(await ScanAsync(SampleFiles.Photo(), TimeSpan.FromMilliseconds(300))).Reachable);
    }

    [Fact]
    public async Task A_scanner_that_is_not_there_is_an_answer()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        Assert.False(Assert.IsType<ScanAnswer.NotScanned>(await new ClamdScan(new DnsEndPoint("127.0.0.1", port), TimeSpan.FromSeconds(5)).ScanAsync(SampleFiles.Photo(), CancellationToken.None)).Reachable);
    }

    [Theory]
    [InlineData("tcp://clamd:3310", true)]
    [InlineData("unix:/run/clamd.sock", true)]
    [InlineData("http://clamd:3310", false)]
    [InlineData("tcp://clamd", false)]
    [InlineData("tcp://user@clamd:3310", false)]
    [InlineData("clamd:3310", false)]
    public void An_address_is_one_of_tcp_or_of_a_socket(string setting, bool read) => Assert.Equal(read, ClamdScan.Address(setting) is not null);

    private Task<ScanAnswer> ScanAsync(byte[] file, TimeSpan? patience = null) =>
        new ClamdScan(clamd.Address, patience ?? TimeSpan.FromSeconds(30)).ScanAsync(file, CancellationToken.None);
}
