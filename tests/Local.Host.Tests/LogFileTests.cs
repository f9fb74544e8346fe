using Microsoft.Extensions.Logging;

namespace OneVisit.Local.Host.Tests;

public sealed class LogFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("onevisit-log-");

    [Fact]
    public async Task A_line_can_be_read_while_the_log_is_open()
    {
        using var log = new LogFile(_folder.FullName);

        log.CreateLogger("test").LogInformation("said");

        using var often = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!Text().Contains("said", StringComparison.Ordinal)) await often.WaitForNextTickAsync(patience.Token);
    }

    [Fact]
    public void Every_line_stands_in_the_file_once_the_log_is_closed()
    {
        using (var log = new LogFile(_folder.FullName))
        {
            var logger = log.CreateLogger("test");
            for (var number = 0; number < 1000; number++) logger.LogInformation("line");
        }

        Assert.Equal(1000, Text().Split("\"line\"").Length - 1);
    }

    [Fact]
    public void A_key_in_an_address_does_not_stand_in_the_log()
    {
        using (var log = new LogFile(_folder.FullName))
            log.CreateLogger("test").LogInformation("GET http://localhost/runtime/webhooks/durabletask/instances?code=secret&top=2 - -");

        Assert.Contains("instances?code=***", Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_to_a_form_does_not_stand_in_the_log()
    {
        const string Sealed = "CfDJ8-a-sealed-link-as-it-stands-in-an-address-and-is-nobodys";
        using (var log = new LogFile(_folder.FullName))
            log.CreateLogger("test").LogInformation("GET http://localhost:3978/forms/{Link}/sign - -", Sealed);

        Assert.Contains("/forms/***/sign", Text(), StringComparison.Ordinal);
        Assert.DoesNotContain(Sealed, Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_log_that_cannot_be_written_does_not_end_the_city()
    {
        using var log = new LogFile(_folder.FullName);
        _folder.Delete();

        log.CreateLogger("test").LogInformation("lost");
        log.Dispose();

        Assert.False(Directory.Exists(_folder.FullName));
    }

    public void Dispose()
    {
        if (Directory.Exists(_folder.FullName)) _folder.Delete(recursive: true);
    }

    private string Text() => string.Concat(_folder.EnumerateFiles().Select(file =>
    {
        using var reader = new StreamReader(new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        return reader.ReadToEnd();
    }));
}
