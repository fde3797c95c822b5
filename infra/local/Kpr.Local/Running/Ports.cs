using System.Net;
using System.Net.Sockets;

namespace Kpr.Local.Running;

/// <summary>Ports on the loopback address.</summary>
internal static class Ports
{
    /// <summary>Port of the functions, as the Functions Core Tools have it.</summary>
    public const int Functions = 7071;

    /// <summary>Azurite's usual ports: blob, queue, table.</summary>
    public static readonly (int Blob, int Queue, int Table) Azurite = (10000, 10001, 10002);

    /// <summary>Whether nobody listens on a port.</summary>
    public static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
