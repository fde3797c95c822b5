namespace Kpr.Core.Formats.Xpr;

/// <content>The notifications.</content>
public abstract partial class XprReader
{
    private void ReadNotifikasjon()
    {
        _envelope!.Records = ++Records;
        _record.Begin(Records, Line, _envelope.Index);
        BeginRecord();
        ReadAttributes(_names.NotifikasjonAttributes, _record);
        if (!Xml.IsEmptyElement)
        {
            ReadEvents(Xml.Depth);
        }

        EndRecord();
        XprStructure.CheckNotification(_record);
        if (_record.Events > 0)
        {
            CheckEvent();
        }

        if (_record.NotifiedOn is { } day)
        {
            _envelope.LatestNotification = _envelope.LatestNotification > day ? _envelope.LatestNotification : day;
        }
    }

    private void ReadEvents(int depth)
    {
        while (NextChild(depth, "Notifikasjon"))
        {
            if (!ReferenceEquals(Xml.NamespaceURI, _names.OwnNamespace) || !IsEvent(Xml.LocalName))
            {
                SkipStranger();
            }
            else if (_record.Events++ == 0)
            {
                _record.EventLine = Line;
                ReadEvent();
            }
            else
            {
                SkipElement();
            }
        }
    }
}
