using OneVisit.Local.Azurite;

namespace OneVisit.Support;

/// <summary>
/// One Azurite for all classes of an assembly that run at a time, so that they can run side by side: who comes first starts it, who leaves last stops it.
/// Not for tests that stop or spoil it: those have an <see cref="AzuriteFixture"/> of their own.
/// </summary>
public sealed class SharedAzurite : AzuriteFixture
{
    private static readonly SemaphoreSlim Door = new(1, 1);
    private static AzuriteFixture? _shared;
    private static int _users;

    private bool _isIn;

    public override AzuriteProcess Process => _shared?.Process ?? throw new InvalidOperationException("Azurite has not started.");

    public override async Task InitializeAsync()
    {
        await Door.WaitAsync();
        try
        {
            if (_users == 0)
            {
                _shared = new AzuriteFixture();
                await _shared.InitializeAsync();
            }
            _users++;
            _isIn = true;
        }
        finally
        {
            Door.Release();
        }
    }

    public override async Task DisposeAsync()
    {
        await Door.WaitAsync();
        try
        {
            // Who could not come in has nothing to leave.
            if (_isIn && --_users == 0) await _shared!.DisposeAsync();
        }
        finally
        {
            Door.Release();
        }
    }
}
